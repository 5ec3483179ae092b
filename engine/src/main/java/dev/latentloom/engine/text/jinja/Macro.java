package dev.latentloom.engine.text.jinja;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A macro with the scope it was defined in; calling it gives the text it puts out. */
final class Macro implements Function {
    static final String CALLER = "caller";

    private final Stmt.Macro macro;
    private final Scope around;
    private final Executor executor;
    private final Budget budget;

    Macro(Stmt.Macro macro, Scope around, Executor executor, Budget budget) {
        this.macro = macro;
        this.around = around;
        this.executor = executor;
        this.budget = budget;
    }

    @Override
    public Object call(Parameters parameters) {
        budget.enter();
        Scope scope = new Scope(around);
        bind(parameters, scope);
        Output text = new Output(budget);
        executor.run(macro.body(), scope, text);
        budget.leave();
        return text.toString();
    }

    private void bind(Parameters given, Scope scope) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < macro.parameters().size(); i++) {
            Stmt.Parameter parameter = macro.parameters().get(i);
            names.add(parameter.name());
            if (given.has(i, parameter.name())) {
                scope.set(parameter.name(), given.get(i, parameter.name(), None.NONE));
            } else if (parameter.preset() != null) {
                scope.set(parameter.name(), executor.preset(parameter.preset(), scope));
            } else {
                scope.set(parameter.name(), new Undefined(parameter.name()));
            }
        }
        int taken = Math.min(macro.parameters().size(), given.positional().size());
        List<Object> rest = given.positional().subList(taken, given.positional().size());
        scope.set("varargs", new Tuple(new ArrayList<>(rest)));
        Map<String, Object> named = new LinkedHashMap<>(given.named());
        names.forEach(named::remove);
        Object caller = named.remove(CALLER);
        if (caller != null) {
            scope.set(CALLER, caller);
        }
        scope.set("kwargs", named);
    }
}
