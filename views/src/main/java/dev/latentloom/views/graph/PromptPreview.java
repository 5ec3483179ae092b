package dev.latentloom.views.graph;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.job.Background;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

/**
 * The prompt of the agent in view as its model reads it, kept up while it is typed. It is rendered
 * in the background, one at a time; what was typed meanwhile is rendered next, and only the last of
 * it.
 */
public final class PromptPreview {
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable PromptText> text =
            new ReadOnlyObjectWrapper<>(this, "text");
    private final ReadOnlyObjectWrapper<@Nullable String> failure =
            new ReadOnlyObjectWrapper<>(this, "failure");
    private @Nullable PromptReader reader;
    private @Nullable PromptDraft wanted;

    PromptPreview(Background background) {
        this.background = background;
    }

    /** Says who renders from now on. */
    public void readBy(PromptReader other) {
        reader = other;
    }

    /** Shows this prompt, soon; null for none. */
    void show(@Nullable PromptDraft draft) {
        if (draft == null) {
            wanted = null;
            text.set(null);
            failure.set(null);
        } else if (!draft.equals(wanted)) {
            wanted = draft;
            if (!background.busy()) {
                next();
            }
        }
    }

    private void next() {
        PromptDraft asked = wanted;
        PromptReader by = reader;
        if (asked != null && by != null) {
            background.run(
                    () -> by.read(asked),
                    read -> told(asked, read, null),
                    e -> told(asked, null, words(e)));
        }
    }

    private static String words(WorkbenchException e) {
        return Messages.text(e.key(), e.arguments());
    }

    private void told(PromptDraft asked, @Nullable PromptText read, @Nullable String why) {
        if (asked.equals(wanted)) {
            text.set(read);
            failure.set(why);
        } else {
            next();
        }
    }

    /** What the model reads; null while there is none, or it cannot be rendered. */
    public ReadOnlyObjectProperty<@Nullable PromptText> textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Why it cannot be rendered, in words; null where it can. */
    public ReadOnlyObjectProperty<@Nullable String> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
