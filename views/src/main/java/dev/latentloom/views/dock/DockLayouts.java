package dev.latentloom.views.dock;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The layouts of all areas, as they are kept.
 *
 * @param version of the form they are written in
 * @param areas by key of the area; an area that is not in it has its standard layout
 */
public record DockLayouts(int version, Map<String, DockLayout> areas) {
    /** The form that is written and read now. */
    public static final int VERSION = 1;

    /** Before anybody has moved anything. */
    public static final DockLayouts NONE = new DockLayouts(VERSION, Map.of());

    public DockLayouts {
        areas = Map.copyOf(areas);
    }

    /** The same with another layout of an area. */
    DockLayouts with(String area, DockLayout layout) {
        Map<String, DockLayout> changed = new LinkedHashMap<>(areas);
        changed.put(area, layout);
        return new DockLayouts(version, changed);
    }

    /** The same with the standard layout of an area. */
    DockLayouts without(String area) {
        Map<String, DockLayout> changed = new LinkedHashMap<>(areas);
        changed.remove(area);
        return new DockLayouts(version, changed);
    }
}
