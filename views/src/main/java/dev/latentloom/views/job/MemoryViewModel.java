package dev.latentloom.views.job;

import dev.latentloom.engine.job.HeldModel;
import dev.latentloom.engine.job.JobRunner;
import dev.latentloom.engine.job.MemoryLedger;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

/** What takes memory, as it was asked for last, and the model that people have chosen. */
public final class MemoryViewModel {
    private final JobRunner runner;
    private final Background background;
    private final ReadOnlyObjectWrapper<MemoryLedger> ledger =
            new ReadOnlyObjectWrapper<>(this, "ledger", MemoryLedger.NONE);
    private final ObjectProperty<@Nullable HeldModel> chosen =
            new SimpleObjectProperty<>(this, "chosen");

    /**
     * @param background reads the ledger away from the FX thread
     */
    public MemoryViewModel(JobRunner runner, Background background) {
        this.runner = runner;
        this.background = background;
    }

    /** Asks again; nothing is asked twice at once. */
    public void refresh() {
        if (!background.busy()) {
            background.run(runner::memory, ledger::set, failed -> {});
        }
    }

    /** Frees the chosen model if nobody uses it. */
    public void unload() {
        HeldModel model = chosen.get();
        if (model != null && unloadable(model)) {
            runner.unload(model.folder(), model.device());
            refresh();
        }
    }

    /** Whether a model can be freed: nobody uses it. */
    public static boolean unloadable(HeldModel model) {
        return model.users() == 0;
    }

    /** What takes memory. */
    public ReadOnlyObjectProperty<MemoryLedger> ledgerProperty() {
        return ledger.getReadOnlyProperty();
    }

    /** The model that people have chosen, null for none. */
    public ObjectProperty<@Nullable HeldModel> chosenProperty() {
        return chosen;
    }
}
