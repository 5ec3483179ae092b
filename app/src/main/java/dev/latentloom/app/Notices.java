package dev.latentloom.app;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.job.LogLevel;
import dev.latentloom.views.job.LogModel;

import java.util.List;

/**
 * Tells people what happened, in the log.
 *
 * @param showLog brings the log into view
 */
record Notices(LogModel log, Runnable showLog) {
    void said(String key, List<?> arguments) {
        add(LogLevel.INFO, key, arguments);
    }

    /** Something that must be read, without a hurry. */
    void warned(String key, List<?> arguments) {
        add(LogLevel.ERROR, key, arguments);
    }

    /** Something people asked for did not happen. */
    void failed(WorkbenchException reason) {
        warned(reason.key(), reason.arguments());
        showLog.run();
    }

    private void add(LogLevel level, String key, List<?> arguments) {
        log.add(level, Messages.text("shell.title"), Messages.text(key, arguments));
    }
}
