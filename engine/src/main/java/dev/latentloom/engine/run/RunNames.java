package dev.latentloom.engine.run;

import dev.latentloom.engine.job.RunJson;

/** Names of settings as files and the command line spell them. */
final class RunNames {
    private RunNames() {}

    static String of(Enum<?> setting) {
        return RunJson.MAPPER.convertValue(setting, String.class);
    }
}
