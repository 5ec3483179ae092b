package dev.latentloom.engine.text.jinja;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values written as Python writes them. */
final class PyRepr {
    private static final int DEEPEST = 60;

    private final StringBuilder out = new StringBuilder();

    private PyRepr() {}

    /** {@code str(value)}: a text as it is, everything else as {@code repr}. */
    static String str(Object value) {
        return switch (value) {
            case String s -> s;
            case Undefined u -> "";
            default -> repr(value);
        };
    }

    /** {@code repr(value)}. */
    static String repr(Object value) {
        PyRepr repr = new PyRepr();
        repr.write(value, 0);
        return repr.out.toString();
    }

    private void write(Object value, int depth) {
        if (depth > DEEPEST || out.length() > Budget.LONGEST_TEXT) {
            throw JinjaException.limit("a value is too large to be printed");
        }
        switch (value) {
            case Boolean b -> out.append(b ? "True" : "False");
            case Double d -> out.append(number(d));
            case String s -> quote(s);
            case None n -> out.append("None");
            case Undefined u -> out.append("Undefined");
            case Tuple t -> sequence(t, "(", t.size() == 1 ? ",)" : ")", depth);
            case List<?> l -> sequence(l, "[", "]", depth);
            case Map<?, ?> m -> mapping(m, depth);
            case Namespace n -> out.append("<Namespace>");
            case Generator g -> out.append("<generator object>");
            case Function f -> out.append("<function>");
            default -> out.append(value);
        }
    }

    private void sequence(List<?> items, String open, String close, int depth) {
        out.append(open);
        String separator = "";
        for (Object item : items) {
            out.append(separator);
            write(item, depth + 1);
            separator = ", ";
        }
        out.append(close);
    }

    private void mapping(Map<?, ?> map, int depth) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            write(entry.getKey(), depth + 1);
            out.append(": ");
            write(entry.getValue(), depth + 1);
            separator = ", ";
        }
        out.append('}');
    }

    private void quote(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        out.append(quote);
        text.codePoints().forEach(point -> character(point, quote));
        out.append(quote);
    }

    private void character(int point, char quote) {
        if (point == quote || point == '\\') {
            out.append('\\').appendCodePoint(point);
        } else if (point == '\n') {
            out.append("\\n");
        } else if (point == '\r') {
            out.append("\\r");
        } else if (point == '\t') {
            out.append("\\t");
        } else if (printable(point)) {
            out.appendCodePoint(point);
        } else if (point < 0x100) {
            out.append(String.format(Locale.ROOT, "\\x%02x", point));
        } else {
            String form = point < 0x10000 ? "\\u%04x" : "\\U%08x";
            out.append(String.format(Locale.ROOT, form, point));
        }
    }

    private static boolean printable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            case Character.SPACE_SEPARATOR -> point == ' ';
            default -> true;
        };
    }

    /**
     * The shortest form that reads back as the same number, with an exponent below 1e-4 and from
     * 1e16.
     */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(value);
        if (size == 0 || (size >= 1e-4 && size < 1e16)) {
            BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
            String plain = size == 0 ? Double.toString(value) : exact.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String[] parts = Double.toString(value).split("E", -1);
        String digits =
                parts[0].endsWith(".0") ? parts[0].substring(0, parts[0].length() - 2) : parts[0];
        int exponent = Integer.parseInt(parts[1]);
        return digits
                + String.format(
                        Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
