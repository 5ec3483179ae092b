package dev.latentloom.engine.text.jinja;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the statements of a template. */
final class StmtParser {
    /** Reads the text that a block's body has put out; no template can spell this name. */
    static final String BODY = "body of the block";

    private final TokenStream in;
    private final ExprParser expressions;
    private int loops; // loops around the place being read

    private StmtParser(TokenStream in) {
        this.in = in;
        this.expressions = new ExprParser(in);
    }

    /** The statements of a whole template. */
    static List<Stmt> parse(String template) {
        StmtParser parser = new StmtParser(new TokenStream(Lexer.tokens(template)));
        return parser.body(Set.of());
    }

    /** Reads up to the block that begins with one of {@code ends}; its name stays unread. */
    private List<Stmt> body(Set<String> ends) {
        in.enter();
        List<Stmt> body = new ArrayList<>();
        while (true) {
            Token token = in.next();
            switch (token.type()) {
                case DATA -> body.add(new Stmt.Text(token.text()));
                case VARIABLE_BEGIN -> {
                    body.add(new Stmt.Print(expressions.tuple(true)));
                    in.expect(TokenType.VARIABLE_END, "the end of the expression");
                }
                case BLOCK_BEGIN -> {
                    if (ends.contains(in.current().text())) {
                        in.leave();
                        return body;
                    }
                    body.add(statement());
                }
                default -> {
                    if (!ends.isEmpty()) {
                        throw JinjaException.syntax(token.line(), "a block is not closed");
                    }
                    in.leave();
                    return body;
                }
            }
        }
    }

    private Stmt statement() {
        Token name = in.expect(TokenType.NAME, "a statement");
        return switch (name.text()) {
            case "for" -> loop();
            case "if" -> condition();
            case "set" -> assignment();
            case "macro" -> macro(name.line());
            case "call" -> callBlock(name.line());
            case "filter" -> filterBlock(name.line());
            case "with" -> with();
            case "generation" -> scoped("endgeneration");
            case "break", "continue" -> jump(name);
            default -> throw JinjaException.syntax(name.line(), "unknown statement " + name);
        };
    }

    private Stmt jump(Token name) {
        if (loops == 0) {
            throw JinjaException.syntax(name.line(), name + " stands outside a loop");
        }
        blockEnd();
        return name.isName("break") ? new Stmt.Break() : new Stmt.Continue();
    }

    private Stmt loop() {
        Expr target = target();
        if (!in.skipName("in")) {
            throw in.unexpected("'in'");
        }
        Expr items = expressions.tuple(false);
        Expr condition = in.skipName("if") ? expressions.expression() : null;
        if (in.current().isName("recursive")) {
            throw JinjaException.syntax(in.current().line(), "recursive loops are not supported");
        }
        blockEnd();
        loops++;
        List<Stmt> body = body(Set.of("else", "endfor"));
        loops--;
        List<Stmt> otherwise = List.of();
        if (in.next().isName("else")) {
            blockEnd();
            otherwise = bodyUpTo("endfor");
        }
        blockEnd();
        return new Stmt.For(target, items, condition, body, otherwise);
    }

    private Stmt condition() {
        Expr test = expressions.tuple(true);
        blockEnd();
        List<Stmt> then = body(Set.of("elif", "else", "endif"));
        List<Stmt> otherwise = List.of();
        Token end = in.next();
        if (end.isName("elif")) {
            in.enter();
            otherwise = List.of(condition());
            in.leave();
            return new Stmt.If(test, then, otherwise);
        }
        if (end.isName("else")) {
            blockEnd();
            otherwise = bodyUpTo("endif");
        }
        blockEnd();
        return new Stmt.If(test, then, otherwise);
    }

    private Stmt assignment() {
        int line = in.current().line();
        Expr target = target();
        if (in.skip("=")) {
            Expr value = expressions.tuple(true);
            blockEnd();
            return new Stmt.Assign(target, value);
        }
        Expr value = new Expr.Name(BODY, line);
        while (in.skip("|")) {
            value = expressions.operands().filter(value, line);
        }
        blockEnd();
        List<Stmt> body = bodyUpTo("endset");
        blockEnd();
        return new Stmt.AssignBlock(target, value, body);
    }

    /** A name, an attribute of a namespace, or several names as a tuple. */
    private Expr target() {
        int line = in.current().line();
        boolean brackets = in.skip("(");
        List<Expr> targets = new ArrayList<>();
        do {
            Token name = in.current();
            if (!targets.isEmpty() && name.type() != TokenType.NAME) {
                break; // a comma behind the last name
            }
            targets.add(oneTarget(in.expect(TokenType.NAME, "a name")));
        } while (in.skip(","));
        if (brackets) {
            in.expect(")");
        }
        return targets.size() == 1 ? targets.getFirst() : new Expr.Sequence(targets, true, line);
    }

    private Expr oneTarget(Token name) {
        if (Set.of("true", "false", "none", "True", "False", "None", "in", "if")
                .contains(name.text())) {
            throw JinjaException.syntax(name.line(), "cannot assign to " + name);
        }
        Expr target = new Expr.Name(name.text(), name.line());
        if (in.skip(".")) {
            String attribute = in.expect(TokenType.NAME, "a name").text();
            return new Expr.Attribute(target, attribute, name.line());
        }
        return target;
    }

    private Stmt.Macro macro(int line) {
        String name = in.expect(TokenType.NAME, "the name of the macro").text();
        in.expect("(");
        List<Stmt.Parameter> parameters = parameters();
        blockEnd();
        return new Stmt.Macro(name, parameters, macroBody("endmacro"), line);
    }

    private List<Stmt> macroBody(String end) {
        int around = loops;
        loops = 0; // a macro cannot break a loop it is defined in
        List<Stmt> body = bodyUpTo(end);
        loops = around;
        blockEnd();
        return body;
    }

    private List<Stmt.Parameter> parameters() {
        List<Stmt.Parameter> parameters = new ArrayList<>();
        while (!in.skip(")")) {
            if (!parameters.isEmpty()) {
                in.expect(",");
            }
            String name = in.expect(TokenType.NAME, "the name of a parameter").text();
            @Nullable Expr preset = in.skip("=") ? expressions.expression() : null;
            parameters.add(new Stmt.Parameter(name, preset));
        }
        return parameters;
    }

    private Stmt callBlock(int line) {
        List<Stmt.Parameter> parameters = in.skip("(") ? parameters() : List.of();
        if (!(expressions.operands().unary(true) instanceof Expr.Call call)) {
            throw JinjaException.syntax(line, "a call block needs a call");
        }
        blockEnd();
        List<Stmt> body = macroBody("endcall");
        return new Stmt.CallBlock(new Stmt.Macro("caller", parameters, body, line), call);
    }

    private Stmt filterBlock(int line) {
        Expr value = new Expr.Name(BODY, line);
        do {
            value = expressions.operands().filter(value, line);
        } while (in.skip("|"));
        blockEnd();
        List<Stmt> body = bodyUpTo("endfilter");
        blockEnd();
        return new Stmt.FilterBlock(value, body);
    }

    private Stmt with() {
        List<Expr> targets = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        while (in.current().type() != TokenType.BLOCK_END) {
            if (!targets.isEmpty()) {
                in.expect(",");
            }
            targets.add(oneTarget(in.expect(TokenType.NAME, "a name")));
            in.expect("=");
            values.add(expressions.expression());
        }
        blockEnd();
        List<Stmt> body = bodyUpTo("endwith");
        blockEnd();
        return new Stmt.With(targets, values, body);
    }

    private Stmt scoped(String end) {
        blockEnd();
        List<Stmt> body = bodyUpTo(end);
        blockEnd();
        return new Stmt.With(List.of(), List.of(), body);
    }

    private List<Stmt> bodyUpTo(String end) {
        List<Stmt> body = body(Set.of(end));
        in.next();
        return body;
    }

    private void blockEnd() {
        in.expect(TokenType.BLOCK_END, "the end of the statement");
    }
}
