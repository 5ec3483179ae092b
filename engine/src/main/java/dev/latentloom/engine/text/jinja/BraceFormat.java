package dev.latentloom.engine.text.jinja;

/** Python's {@code "…{}…".format(…)} with places and names, without format codes. */
final class BraceFormat {
    private BraceFormat() {}

    /** Fills {@code {}}, {@code {0}} and {@code {name}}. */
    static String apply(String form, Parameters values) {
        StringBuilder out = new StringBuilder();
        int used = 0;
        int at = 0;
        while (at < form.length()) {
            char c = form.charAt(at);
            boolean doubled = at + 1 < form.length() && form.charAt(at + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                out.append(c);
                at += 2;
            } else if (c == '{') {
                int end = form.indexOf('}', at);
                if (end < 0) {
                    throw JinjaException.runtime(
                            "a brace of the form '" + form + "' is not closed");
                }
                String field = form.substring(at + 1, end);
                out.append(PyValue.str(value(field.isEmpty() ? used++ : -1, field, values)));
                at = end + 1;
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }

    private static Object value(int place, String field, Parameters values) {
        int index = place;
        if (index < 0 && !field.isEmpty() && field.length() < 4) {
            boolean digits = field.chars().allMatch(c -> c >= '0' && c <= '9');
            index = digits ? Integer.parseInt(field) : -1;
        }
        if (index >= 0 && index < values.positional().size()) {
            return values.positional().get(index);
        }
        Object named = values.named().get(field);
        if (named == null) {
            throw JinjaException.runtime("no value for {" + field + "} of the form");
        }
        return named;
    }
}
