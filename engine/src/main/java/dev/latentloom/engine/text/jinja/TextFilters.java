package dev.latentloom.engine.text.jinja;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Filters that turn a value into a text or a number. */
final class TextFilters {
    private TextFilters() {}

    /** Escapes the five characters that mean something in HTML. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;");
    }

    /** Indents every line but the first; arguments: width, first, blank. */
    static String indent(String text, Parameters p) {
        Object width = p.get(0, "width", 4L);
        String space =
                width instanceof String given
                        ? given
                        : " ".repeat(Math.clamp(Arithmetic.whole(width), 0, 1000));
        boolean first = p.flag(1, "first", false);
        boolean blank = p.flag(2, "blank", false);
        List<Object> lines = PyText.split(text, "\n", -1);
        if ((long) lines.size() * space.length() > Budget.LONGEST_TEXT) {
            throw JinjaException.limit("it makes a text of more than 16 million characters");
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = PyValue.str(lines.get(i));
            boolean indented = i == 0 ? first : blank || !line.isEmpty();
            out.append(i == 0 ? "" : "\n").append(indented ? space : "").append(line);
        }
        return out.toString();
    }

    /** A whole number; {@code preset} where the value is none. */
    static Object whole(Object value, long preset) {
        if (Arithmetic.number(value) instanceof Long whole) {
            return whole;
        }
        double real = parsed(value);
        return Double.isFinite(real) ? (Object) (long) real : (Object) preset;
    }

    /** A real number; {@code preset} where the value is none. */
    static Object real(Object value, Object preset) {
        Number number = Arithmetic.number(value);
        double real = number == null ? parsed(value) : number.doubleValue();
        return Double.isNaN(real) ? preset : real;
    }

    private static double parsed(Object value) {
        if (value instanceof Double real) {
            return real;
        }
        if (!(value instanceof String text) || text.length() > 400) {
            return Double.NaN;
        }
        try {
            return new BigDecimal(PyText.strip(text, true, true)).doubleValue();
        } catch (NumberFormatException e) {
            return Double.NaN; // no number: the preset takes its place
        }
    }

    /** Rounds to a number of places; arguments: precision, method (common, ceil, floor). */
    static Object round(Object value, Parameters p) {
        Number number = Arithmetic.number(value);
        if (number == null) {
            throw JinjaException.runtime("expected a number but got " + PyValue.kind(value));
        }
        RoundingMode mode =
                switch (p.text(1, "method", "common")) {
                    case "common" -> RoundingMode.HALF_EVEN;
                    case "ceil" -> RoundingMode.CEILING;
                    case "floor" -> RoundingMode.FLOOR;
                    default -> throw JinjaException.runtime("unknown way of rounding");
                };
        double real = number.doubleValue();
        if (!Double.isFinite(real)) {
            return real;
        }
        int places = Math.clamp(p.number(0, "precision", 0), -300, 300);
        return new BigDecimal(real).setScale(places, mode).doubleValue();
    }
}
