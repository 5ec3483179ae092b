package dev.latentloom.engine.text.jinja;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** A template that has been read and can be rendered any number of times, by several threads. */
public final class Template {
    private final List<Stmt> statements;

    private Template(List<Stmt> statements) {
        this.statements = statements;
    }

    /** Reads a template; a {@link JinjaException} tells what is wrong with it. */
    public static Template parse(String source) {
        try {
            return new Template(StmtParser.parse(source));
        } catch (StackOverflowError e) {
            throw JinjaException.limit("it is nested too deeply");
        }
    }

    /**
     * Renders the template; a {@link JinjaException} tells why it cannot.
     *
     * @param variables Java values of any kind JSON has, by name
     * @param now what {@code strftime_now} takes for the present
     */
    public String render(Map<String, ?> variables, LocalDateTime now) {
        Budget budget = new Budget();
        Scope scope = new Scope(Globals.scope(now));
        variables.forEach((name, value) -> scope.set(name, Values.of(value)));
        Output out = new Output(budget);
        try {
            new Executor(budget).run(statements, scope, out);
        } catch (StackOverflowError e) {
            throw JinjaException.limit("its calls or expressions are nested too deeply");
        } catch (ArithmeticException e) {
            throw JinjaException.limit("a number is too large");
        }
        return out.toString();
    }
}
