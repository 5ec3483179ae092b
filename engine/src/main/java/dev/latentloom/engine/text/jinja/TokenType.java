package dev.latentloom.engine.text.jinja;

/** Kinds of pieces a template falls into. */
enum TokenType {
    DATA,
    VARIABLE_BEGIN,
    VARIABLE_END,
    BLOCK_BEGIN,
    BLOCK_END,
    NAME,
    STRING,
    INTEGER,
    FLOAT,
    OPERATOR,
    EOF
}
