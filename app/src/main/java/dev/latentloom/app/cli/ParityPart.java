package dev.latentloom.app.cli;

/** The parts a folder of references may have. */
enum ParityPart {
    MODEL,
    SYSTEM,
    TOKENIZER,
    CHAT,
    OFFICIAL
}
