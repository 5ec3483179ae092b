package dev.latentloom.engine.text.jinja;

import java.util.ArrayList;
import java.util.List;

/** Text operations as Python defines them: white space, code points, case, splitting. */
final class PyText {
    private PyText() {}

    /** What {@code str.isspace} accepts. */
    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    static boolean isBlank(String text) {
        return text.codePoints().allMatch(PyText::isSpace);
    }

    /** Takes white space off one or both ends. */
    static String strip(String text, boolean left, boolean right) {
        return strip(text, "", left, right);
    }

    /** Takes the given characters, or white space if there are none, off one or both ends. */
    static String strip(String text, String characters, boolean left, boolean right) {
        int start = 0;
        int end = text.length();
        while (left && start < end && strips(text.codePointAt(start), characters)) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (right && end > start && strips(text.codePointBefore(end), characters)) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static boolean strips(int point, String characters) {
        return characters.isEmpty() ? isSpace(point) : characters.indexOf(point) >= 0;
    }

    /** Number of code points. */
    static long length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Each code point as a text of its own. */
    static List<Object> characters(String text) {
        List<Object> characters = new ArrayList<>(text.length());
        text.codePoints().forEach(point -> characters.add(Character.toString(point)));
        return characters;
    }

    /** Splits at a separator, at most {@code limit} times; a negative limit means no limit. */
    static List<Object> split(String text, String separator, long limit) {
        List<Object> parts = new ArrayList<>();
        int from = 0;
        int at = text.indexOf(separator);
        while (at >= 0 && (limit < 0 || parts.size() < limit)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
            at = text.indexOf(separator, from);
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** Same as {@link #split}, beginning at the end of the text. */
    static List<Object> splitFromRight(String text, String separator, long limit) {
        List<Object> parts = new ArrayList<>();
        int to = text.length();
        int at = text.lastIndexOf(separator);
        while (at >= 0 && (limit < 0 || parts.size() < limit)) {
            parts.addFirst(text.substring(at + separator.length(), to));
            to = at;
            at =
                    at < separator.length()
                            ? -1
                            : text.lastIndexOf(separator, at - separator.length());
        }
        parts.addFirst(text.substring(0, to));
        return parts;
    }

    /** Splits at runs of white space, at most {@code limit} times; gives no empty parts. */
    static List<Object> words(String text, long limit) {
        List<Object> parts = new ArrayList<>();
        int at = skip(text, 0, true);
        while (at < text.length()) {
            if (limit >= 0 && parts.size() >= limit) {
                parts.add(strip(text.substring(at), false, true));
                break;
            }
            int end = skip(text, at, false);
            parts.add(text.substring(at, end));
            at = skip(text, end, true);
        }
        return parts;
    }

    private static int skip(String text, int from, boolean space) {
        int at = from;
        while (at < text.length() && isSpace(text.charAt(at)) == space) {
            at++;
        }
        return at;
    }

    /** First character in upper case, the others in lower case. */
    static String capitalize(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return Case.upper(text.substring(0, first)) + Case.lower(text.substring(first));
    }

    /** Every run of letters begins with an upper case letter, as {@code str.title} does it. */
    static String title(String text) {
        StringBuilder result = new StringBuilder(text.length());
        boolean inWord = false;
        for (int point : text.codePoints().toArray()) {
            String character = Character.toString(point);
            result.append(inWord ? Case.lower(character) : titleCase(point));
            inWord = Character.isLetter(point);
        }
        return result.toString();
    }

    private static String titleCase(int point) {
        int title = Character.toTitleCase(point);
        return title == point ? Case.upper(Character.toString(point)) : Character.toString(title);
    }

    /** Lines of a text, without their ends. */
    static List<Object> lines(String text) {
        List<Object> lines = new ArrayList<>();
        text.lines().forEach(lines::add);
        return lines;
    }
}
