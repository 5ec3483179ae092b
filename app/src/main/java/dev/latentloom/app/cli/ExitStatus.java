package dev.latentloom.app.cli;

import java.util.Set;

/** What a command's exit status says. */
final class ExitStatus {
    static final int DONE = 0;

    /** The check or comparison failed. */
    static final int FAILED = 1;

    static final int WRONG_USE = 2;

    /** File, model, project or data. */
    static final int BAD_INPUT = 3;

    static final int DEVICE = 4;

    /** A fault of the program itself. */
    static final int INNER = 5;

    static final int CANCELLED = 130;

    private static final Set<String> DEVICE_KEYS =
            Set.of(
                    "engine.cannotLoad",
                    "run.outOfMemory",
                    "train.outOfMemory",
                    "train.tooLittleMemory",
                    "cli.outOfMemory");
    private static final Set<String> WRONG_USE_KEYS =
            Set.of(
                    "device.unknown",
                    "link.unknownForm",
                    "run.controlOfText",
                    "run.fewerSeeds",
                    "run.noLinks",
                    "run.unknownLinks",
                    "run.unknownWire",
                    "train.fromTrainingFree",
                    "train.badChoice",
                    "train.badNumber",
                    "train.badSwitch",
                    "train.badWhole",
                    "train.resumeChanged",
                    "train.resumeDone",
                    "train.unknownPart",
                    "train.unknownRecipe",
                    "train.unknownStage",
                    "train.useReadOnly",
                    "train.badPart");

    private ExitStatus() {}

    /** The status that goes with the message of this key. */
    static int of(String key) {
        if (WRONG_USE_KEYS.contains(key)) {
            return WRONG_USE;
        }
        if (key.startsWith("device.") || key.startsWith("memory.") || DEVICE_KEYS.contains(key)) {
            return DEVICE;
        }
        return key.equals("run.fault") ? INNER : BAD_INPUT;
    }
}
