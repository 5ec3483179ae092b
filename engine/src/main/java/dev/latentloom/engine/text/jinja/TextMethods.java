package dev.latentloom.engine.text.jinja;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;

/** The methods of a text. */
final class TextMethods {
    private TextMethods() {}

    /** The method called {@code name}, null when there is none. */
    static @Nullable Function find(String text, String name) {
        return switch (name) {
            case "strip" -> p -> strip(text, p, true, true);
            case "lstrip" -> p -> strip(text, p, true, false);
            case "rstrip" -> p -> strip(text, p, false, true);
            case "split" -> p -> split(text, p, false);
            case "rsplit" -> p -> split(text, p, true);
            case "splitlines" -> p -> PyText.lines(text);
            case "partition" -> p -> partition(text, p.text(0, "sep", ""));
            case "startswith" -> p -> affix(text, p.need(0, "prefix"), String::startsWith);
            case "endswith" -> p -> affix(text, p.need(0, "suffix"), String::endsWith);
            case "replace" ->
                    p ->
                            replace(
                                    text,
                                    p.text(0, "old", ""),
                                    p.text(1, "new", ""),
                                    p.number(2, "count", -1));
            case "removeprefix" ->
                    p ->
                            text.startsWith(p.text(0, "prefix", ""))
                                    ? text.substring(p.text(0, "prefix", "").length())
                                    : text;
            case "removesuffix" ->
                    p ->
                            text.endsWith(p.text(0, "suffix", ""))
                                    ? text.substring(
                                            0, text.length() - p.text(0, "suffix", "").length())
                                    : text;
            case "join" -> p -> Filters.join(text, PyValue.items(p.need(0, "iterable")));
            case "find" -> p -> place(text, text.indexOf(p.text(0, "sub", "")));
            case "rfind" -> p -> place(text, text.lastIndexOf(p.text(0, "sub", "")));
            case "index" -> p -> index(text, p.text(0, "sub", ""));
            case "count" -> p -> count(text, p.text(0, "sub", ""));
            default -> caseOrTest(text, name);
        };
    }

    private static @Nullable Function caseOrTest(String text, String name) {
        return switch (name) {
            case "upper" -> p -> Case.upper(text);
            case "lower", "casefold" -> p -> Case.lower(text);
            case "title" -> p -> PyText.title(text);
            case "capitalize" -> p -> PyText.capitalize(text);
            case "isdigit", "isdecimal", "isnumeric" -> p -> all(text, Character::isDigit);
            case "isalpha" -> p -> all(text, Character::isLetter);
            case "isalnum" -> p -> all(text, Character::isLetterOrDigit);
            case "isspace" -> p -> all(text, PyText::isSpace);
            case "isupper" -> p -> isUpper(text);
            case "islower" -> p -> isLower(text);
            case "format" -> p -> BraceFormat.apply(text, p);
            default -> null;
        };
    }

    private static String strip(String text, Parameters p, boolean left, boolean right) {
        Object characters = p.get(0, "chars", None.NONE);
        if (characters == None.NONE) {
            return PyText.strip(text, left, right);
        }
        String chosen = PyValue.str(characters);
        return chosen.isEmpty() ? text : PyText.strip(text, chosen, left, right);
    }

    private static List<Object> split(String text, Parameters p, boolean fromRight) {
        Object separator = p.get(0, "sep", None.NONE);
        long limit = p.number(1, "maxsplit", -1);
        if (separator == None.NONE) {
            return PyText.words(text, limit);
        }
        String between = PyValue.str(separator);
        if (between.isEmpty()) {
            throw JinjaException.runtime("a text cannot be split at nothing");
        }
        return fromRight
                ? PyText.splitFromRight(text, between, limit)
                : PyText.split(text, between, limit);
    }

    private static Tuple partition(String text, String separator) {
        int at = text.indexOf(separator);
        if (separator.isEmpty() || at < 0) {
            return new Tuple(List.of(text, "", ""));
        }
        String rest = text.substring(at + separator.length());
        return new Tuple(List.of(text.substring(0, at), separator, rest));
    }

    private static boolean affix(String text, Object affix, BiPredicate<String, String> test) {
        if (affix instanceof Tuple several) {
            return several.stream().anyMatch(one -> test.test(text, PyValue.str(one)));
        }
        if (affix instanceof String one) {
            return test.test(text, one);
        }
        throw JinjaException.runtime("expected a text but got " + PyValue.kind(affix));
    }

    /**
     * Replaces the first {@code count} places, all when negative; refuses results without bound.
     */
    static String replace(String text, String old, String fresh, long count) {
        long most = old.isEmpty() ? text.length() + 1L : text.length() / old.length();
        if (most * fresh.length() + text.length() > 4L * Budget.LONGEST_TEXT) {
            throw JinjaException.limit("it makes a text of more than 16 million characters");
        }
        if (count < 0) {
            return text.replace(old, fresh);
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (long done = 0; done < count; done++) {
            int at = text.indexOf(old, from);
            if (at < 0 || old.isEmpty()) {
                break;
            }
            out.append(text, from, at).append(fresh);
            from = at + old.length();
        }
        return out.append(text.substring(from)).toString();
    }

    private static long place(String text, int at) {
        return at < 0 ? -1 : text.codePointCount(0, at);
    }

    private static long index(String text, String part) {
        int at = text.indexOf(part);
        if (at < 0) {
            throw JinjaException.runtime("the text does not hold " + PyRepr.repr(part));
        }
        return place(text, at);
    }

    private static long count(String text, String part) {
        return part.isEmpty() ? PyText.length(text) + 1 : PyText.split(text, part, -1).size() - 1;
    }

    private static boolean all(String text, IntPredicate test) {
        return !text.isEmpty() && text.codePoints().allMatch(test);
    }

    /** Whether a text has letters with a case and all are upper case. */
    static boolean isUpper(String text) {
        return cased(text) && Case.upper(text).equals(text);
    }

    /** Whether a text has letters with a case and all are lower case. */
    static boolean isLower(String text) {
        return cased(text) && Case.lower(text).equals(text);
    }

    private static boolean cased(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
    }
}
