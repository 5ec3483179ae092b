package dev.latentloom.engine.project;

/** What a data file is used for; a project remembers the last one of each. */
public enum DataUse {
    /** Its questions are put to the team. */
    ASK,
    /** Links learn from it. */
    LEARN
}
