package dev.latentloom.engine.checkpoint;

import java.util.LinkedHashMap;
import java.util.Map;

/** A dictionary with text keys, filled while a pickle is read. */
record PickleDictionary(Map<String, Object> entries) {
    PickleDictionary() {
        this(new LinkedHashMap<>());
    }
}
