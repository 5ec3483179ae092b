package dev.latentloom.engine.text.jinja;

/**
 * A piece of a template.
 *
 * @param text output text of DATA, value of STRING, spelling of everything else
 * @param line line it begins in, from 1
 */
record Token(TokenType type, String text, int line) {
    boolean is(String operator) {
        return type == TokenType.OPERATOR && text.equals(operator);
    }

    boolean isName(String name) {
        return type == TokenType.NAME && text.equals(name);
    }

    @Override
    public String toString() {
        return switch (type) {
            case EOF -> "end of template";
            case BLOCK_END -> "end of statement";
            case VARIABLE_END -> "end of expression";
            default -> "'" + text + "'";
        };
    }
}
