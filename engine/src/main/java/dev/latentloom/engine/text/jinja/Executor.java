package dev.latentloom.engine.text.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs statements: puts out text, assigns names, goes through loops. */
final class Executor {
    /** How a list of statements ended. */
    private enum Flow {
        ON,
        BREAK,
        CONTINUE
    }

    private final Budget budget;
    private final Evaluator evaluator;

    Executor(Budget budget) {
        this.budget = budget;
        this.evaluator = new Evaluator(budget);
    }

    /** Runs a whole template or the body of a macro. */
    void run(List<Stmt> body, Scope scope, Output out) {
        all(body, scope, out);
    }

    private Flow all(List<Stmt> body, Scope scope, Output out) {
        budget.enter();
        for (Stmt statement : body) {
            budget.step();
            Flow flow = one(statement, scope, out);
            if (flow != Flow.ON) {
                budget.leave();
                return flow;
            }
        }
        budget.leave();
        return Flow.ON;
    }

    private Flow one(Stmt statement, Scope scope, Output out) {
        switch (statement) {
            case Stmt.Text text -> out.append(text.text());
            case Stmt.Print print -> out.append(PyValue.str(evaluator.value(print.value(), scope)));
            case Stmt.If test -> {
                boolean holds = evaluator.truth(test.test(), scope);
                return all(holds ? test.then() : test.otherwise(), scope, out);
            }
            case Stmt.For loop -> {
                return loop(loop, scope, out);
            }
            case Stmt.Assign assign ->
                    assign(assign.target(), evaluator.value(assign.value(), scope), scope);
            case Stmt.AssignBlock block ->
                    assign(block.target(), captured(block.value(), block.body(), scope), scope);
            case Stmt.FilterBlock block ->
                    out.append(PyValue.str(captured(block.value(), block.body(), scope)));
            case Stmt.Macro macro -> scope.set(macro.name(), new Macro(macro, scope, this, budget));
            case Stmt.CallBlock block -> out.append(PyValue.str(callBlock(block, scope)));
            case Stmt.With with -> {
                return with(with, scope, out);
            }
            case Stmt.Break b -> {
                return Flow.BREAK;
            }
            case Stmt.Continue c -> {
                return Flow.CONTINUE;
            }
        }
        return Flow.ON;
    }

    private Flow loop(Stmt.For loop, Scope scope, Output out) {
        List<Object> items = chosen(loop, scope);
        budget.charge(items.size());
        if (items.isEmpty()) {
            return all(loop.otherwise(), scope, out);
        }
        LoopState state = new LoopState(items);
        for (int i = 0; i < items.size(); i++) {
            Scope inner = new Scope(scope); // what a round sets is gone in the next
            inner.set("loop", state.round(i));
            assign(loop.target(), items.get(i), inner);
            if (all(loop.body(), inner, out) == Flow.BREAK) {
                break;
            }
        }
        return Flow.ON;
    }

    private List<Object> chosen(Stmt.For loop, Scope scope) {
        List<Object> items = items(evaluator.value(loop.items(), scope), loop.items().line());
        if (loop.condition() == null) {
            return items;
        }
        List<Object> chosen = new ArrayList<>();
        for (Object item : items) {
            Scope inner = new Scope(scope);
            assign(loop.target(), item, inner);
            if (evaluator.truth(loop.condition(), inner)) {
                chosen.add(item);
            }
        }
        return chosen;
    }

    private static List<Object> items(Object value, int line) {
        try {
            return PyValue.items(value);
        } catch (JinjaException e) {
            throw e.at(line);
        }
    }

    private Flow with(Stmt.With with, Scope scope, Output out) {
        Scope inner = new Scope(scope);
        for (int i = 0; i < with.targets().size(); i++) {
            assign(with.targets().get(i), evaluator.value(with.values().get(i), scope), inner);
        }
        return all(with.body(), inner, out);
    }

    private Object captured(Expr value, List<Stmt> body, Scope scope) {
        Output text = new Output(budget);
        all(body, new Scope(scope), text);
        Scope inner = new Scope(scope);
        inner.set(StmtParser.BODY, text.toString());
        return evaluator.value(value, inner);
    }

    private Object callBlock(Stmt.CallBlock block, Scope scope) {
        Scope inner = new Scope(scope);
        inner.set(Macro.CALLER, new Macro(block.caller(), scope, this, budget));
        Expr.Call call = block.call();
        Map<String, Expr> named = new LinkedHashMap<>(call.arguments().named());
        named.put(Macro.CALLER, new Expr.Name(Macro.CALLER, call.line()));
        Expr.Arguments arguments = new Expr.Arguments(call.arguments().positional(), named);
        return evaluator.value(new Expr.Call(call.target(), arguments, call.line()), inner);
    }

    private void assign(Expr target, Object value, Scope scope) {
        switch (target) {
            case Expr.Name name -> scope.set(name.name(), value);
            case Expr.Attribute attribute -> {
                if (!(evaluator.value(attribute.target(), scope) instanceof Namespace namespace)) {
                    throw JinjaException.runtime("only a namespace takes new attributes")
                            .at(target.line());
                }
                namespace.set(attribute.name(), value);
            }
            case Expr.Sequence several -> unpack(several, value, scope);
            default -> throw JinjaException.syntax(target.line(), "this cannot be assigned to");
        }
    }

    private void unpack(Expr.Sequence targets, Object value, Scope scope) {
        List<Object> items = items(value, targets.line());
        if (items.size() != targets.items().size()) {
            throw JinjaException.runtime(
                            items.size() + " values for " + targets.items().size() + " names")
                    .at(targets.line());
        }
        for (int i = 0; i < items.size(); i++) {
            assign(targets.items().get(i), items.get(i), scope);
        }
    }

    /** The value of a parameter's preset. */
    Object preset(Expr preset, Scope scope) {
        return evaluator.value(preset, scope);
    }
}
