package dev.latentloom.engine.text.jinja;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Python's {@code strftime} for the C locale. */
final class Strftime {
    private Strftime() {}

    /** Writes a moment after a format such as {@code %d %b %Y}; unknown codes stay as they are. */
    static String format(LocalDateTime moment, String format) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            char c = format.charAt(at++);
            if (c != '%' || at >= format.length()) {
                out.append(c);
                continue;
            }
            boolean unpadded = format.charAt(at) == '-' && at + 1 < format.length();
            at += unpadded ? 1 : 0;
            char code = format.charAt(at++);
            String pattern = pattern(code, unpadded);
            if (pattern.isEmpty()) {
                out.append(plain(code, unpadded));
            } else {
                out.append(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(moment));
            }
        }
        return out.toString();
    }

    private static String plain(char code, boolean unpadded) {
        return switch (code) {
            case '%' -> "%";
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'Z', 'z' -> ""; // the moment has no zone, and Python writes nothing then
            default -> (unpadded ? "%-" : "%") + code;
        };
    }

    private static String pattern(char code, boolean unpadded) {
        return switch (code) {
            case 'Y' -> "yyyy";
            case 'y' -> "yy";
            case 'm' -> unpadded ? "M" : "MM";
            case 'd' -> unpadded ? "d" : "dd";
            case 'e' -> "ppd";
            case 'B' -> "MMMM";
            case 'b', 'h' -> "MMM";
            case 'A' -> "EEEE";
            case 'a' -> "EEE";
            case 'H' -> unpadded ? "H" : "HH";
            case 'I' -> unpadded ? "h" : "hh";
            case 'M' -> unpadded ? "m" : "mm";
            case 'S' -> unpadded ? "s" : "ss";
            case 'p' -> "a";
            case 'j' -> unpadded ? "D" : "DDD";
            case 'f' -> "SSSSSS";
            case 'F' -> "yyyy-MM-dd";
            case 'T' -> "HH:mm:ss";
            case 'R' -> "HH:mm";
            case 'D' -> "MM/dd/yy";
            case 'x' -> "MM/dd/yy";
            case 'X' -> "HH:mm:ss";
            case 'c' -> "EEE MMM ppd HH:mm:ss yyyy";
            default -> "";
        };
    }
}
