package dev.latentloom.views.run;

/** Which items of an evaluation are shown. */
public enum ItemFilter {
    ALL("run.items.all"),
    RIGHT("run.items.right"),
    WRONG("run.items.wrong");

    private final String key;

    ItemFilter(String key) {
        this.key = key;
    }

    /** Message key of its name. */
    public String key() {
        return key;
    }

    boolean lets(ItemRow row) {
        Boolean correct = row.item().correct();
        return switch (this) {
            case ALL -> true;
            case RIGHT -> Boolean.TRUE.equals(correct);
            case WRONG -> Boolean.FALSE.equals(correct);
        };
    }
}
