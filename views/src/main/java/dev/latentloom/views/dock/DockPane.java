package dev.latentloom.views.dock;

import com.fasterxml.jackson.annotation.JsonProperty;

import javafx.geometry.Side;

/** A pane that people arrange around the work of an area, and the side it is at home on. */
public enum DockPane {
    /** What the area is for; it stays where it is, and the others are arranged around it. */
    @JsonProperty("work")
    WORK("work", Side.TOP),
    @JsonProperty("palette")
    PALETTE("palette", Side.LEFT),
    @JsonProperty("inspector")
    INSPECTOR("inspector", Side.RIGHT),
    @JsonProperty("jobs")
    JOBS("jobs", Side.BOTTOM),
    @JsonProperty("log")
    LOG("log", Side.BOTTOM),
    @JsonProperty("memory")
    MEMORY("memory", Side.BOTTOM);

    private final String key;
    private final Side home;

    DockPane(String key, Side home) {
        this.key = key;
        this.home = home;
    }

    /** Short name; {@code dock.pane.<key>} is the message people read. */
    public String key() {
        return key;
    }

    /** The side of the work where it stands until somebody moves it. */
    public Side home() {
        return home;
    }

    /** Whether it belongs to the dock at the bottom, which is the same in every area. */
    public boolean shared() {
        return home == Side.BOTTOM;
    }
}
