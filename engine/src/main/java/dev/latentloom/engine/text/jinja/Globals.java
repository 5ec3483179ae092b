package dev.latentloom.engine.text.jinja;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The functions every template finds. */
final class Globals {
    private static final long LONGEST_RANGE = 100_000;

    private Globals() {}

    /** A scope with all functions; {@code now} is what the clock shows. */
    static Scope scope(LocalDateTime now) {
        Scope scope = new Scope(null);
        define(scope, "range", Globals::range);
        define(scope, "dict", Globals::dict);
        define(scope, "namespace", Globals::namespace);
        define(scope, "raise_exception", Globals::raise);
        define(scope, "strftime_now", p -> Strftime.format(now, PyValue.str(p.need(0, "format"))));
        return scope;
    }

    private static void define(Scope scope, String name, Function function) {
        scope.set(name, function);
    }

    private static Object range(Parameters p) {
        boolean one = p.positional().size() == 1;
        long from = one ? 0 : Arithmetic.whole(p.need(0, "start"));
        long to = Arithmetic.whole(one ? p.need(0, "stop") : p.need(1, "stop"));
        long step = p.number(2, "step", 1);
        if (step == 0) {
            throw JinjaException.runtime("the step of a range cannot be 0");
        }
        double count = Math.ceil(((double) to - from) / step);
        if (count > LONGEST_RANGE) {
            throw JinjaException.limit("a range has more than " + LONGEST_RANGE + " numbers");
        }
        List<Object> numbers = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            numbers.add(from + i * step);
        }
        return numbers;
    }

    private static Map<Object, Object> dict(Parameters p) {
        Map<Object, Object> map = new LinkedHashMap<>();
        if (!p.positional().isEmpty()) {
            if (!(p.positional().getFirst() instanceof Map<?, ?> first)) {
                throw JinjaException.runtime("dict takes a mapping or named arguments");
            }
            map.putAll(first);
        }
        map.putAll(p.named());
        return map;
    }

    private static Object namespace(Parameters p) {
        Namespace namespace = new Namespace();
        dict(p).forEach((key, value) -> namespace.set(PyValue.str(key), value));
        return namespace;
    }

    private static Object raise(Parameters p) {
        String message = PyValue.str(p.need(0, "message"));
        throw new JinjaException(JinjaException.Kind.RAISED, 0, message);
    }
}
