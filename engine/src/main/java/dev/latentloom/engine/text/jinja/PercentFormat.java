package dev.latentloom.engine.text.jinja;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python's {@code "…%s…" % value} for the conversions s, r, d, i, f, e, g, x and %. */
final class PercentFormat {
    private static final Pattern CONVERSION =
            Pattern.compile(
                    "%(?:\\((?<key>[^)]*)\\))?(?<flags>[-+ 0#]*)(?<width>\\d{0,3})"
                            + "(?:\\.(?<precision>\\d{0,2}))?(?<kind>.)",
                    Pattern.DOTALL);

    private PercentFormat() {}

    /** Fills a form with one value, the items of a tuple, or a mapping's values by key. */
    static String apply(String form, Object values) {
        List<?> queue = values instanceof Tuple tuple ? tuple : List.of(values);
        int used = 0;
        StringBuilder out = new StringBuilder();
        Matcher matcher = CONVERSION.matcher(form);
        while (matcher.find()) {
            String text;
            if (matcher.group("kind").equals("%")) {
                text = "%";
            } else if (matcher.group("key") != null) {
                text = convert(matcher, byKey(values, matcher.group("key")));
            } else if (used < queue.size()) {
                text = convert(matcher, queue.get(used++));
            } else {
                throw JinjaException.runtime("too few values for the form '" + form + "'");
            }
            matcher.appendReplacement(out, Matcher.quoteReplacement(text));
        }
        if (used < queue.size() && !(values instanceof Map)) {
            throw JinjaException.runtime("too many values for the form '" + form + "'");
        }
        return matcher.appendTail(out).toString();
    }

    private static Object byKey(Object values, String key) {
        Object value = values instanceof Map<?, ?> map ? map.get(key) : null;
        if (value == null) {
            throw JinjaException.runtime("no value for '" + key + "' of the form");
        }
        return value;
    }

    private static String convert(Matcher matcher, Object value) {
        String precision = matcher.group("precision");
        int places = precision == null || precision.isEmpty() ? -1 : Integer.parseInt(precision);
        char kind = matcher.group("kind").charAt(0);
        String flags = matcher.group("flags");
        String text =
                switch (kind) {
                    case 's' -> cut(PyValue.str(value), places);
                    case 'r' -> cut(PyRepr.repr(value), places);
                    case 'd', 'i' -> Long.toString((long) real(value));
                    case 'x' -> Long.toHexString(Arithmetic.whole(value));
                    case 'f' -> fixed(real(value), places < 0 ? 6 : places);
                    case 'e', 'g' ->
                            String.format(
                                    Locale.ROOT,
                                    "%." + (places < 0 ? 6 : places) + kind,
                                    real(value));
                    default -> throw JinjaException.runtime("unknown conversion %" + kind);
                };
        boolean number = kind != 's' && kind != 'r';
        if (number && flags.contains("+") && !text.startsWith("-")) {
            text = "+" + text;
        }
        String width = matcher.group("width");
        int missing = (width.isEmpty() ? 0 : Integer.parseInt(width)) - text.length();
        return missing <= 0 ? text : pad(text, flags, number, missing);
    }

    private static String pad(String text, String flags, boolean number, int missing) {
        if (flags.contains("-")) {
            return text + " ".repeat(missing);
        }
        if (number && flags.contains("0")) {
            int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
            return text.substring(0, sign) + "0".repeat(missing) + text.substring(sign);
        }
        return " ".repeat(missing) + text;
    }

    private static String fixed(double value, int places) {
        return Double.isFinite(value)
                ? new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString()
                : PyRepr.number(value);
    }

    private static String cut(String text, int places) {
        return places < 0 || places >= text.length() ? text : text.substring(0, places);
    }

    private static double real(Object value) {
        Number number = Arithmetic.number(value);
        if (number == null) {
            throw JinjaException.runtime("expected a number but got " + PyValue.kind(value));
        }
        return number.doubleValue();
    }
}
