package dev.latentloom.views.dock;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A part of a layout: a split of parts, or tabs in one place. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DockSplit.class, name = "split"),
    @JsonSubTypes.Type(value = DockTabs.class, name = "tabs")
})
public sealed interface DockNode permits DockSplit, DockTabs {
    /** Pixels along the split it is part of while it is open; 0 means as its style says. */
    double size();

    /** The same, so large. */
    DockNode sized(double other);

    /** Whether more of it shows than its tabs. */
    boolean open();
}
