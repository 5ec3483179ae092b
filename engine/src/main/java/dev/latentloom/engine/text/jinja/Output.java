package dev.latentloom.engine.text.jinja;

/** Where a rendering puts its text; the length is limited. */
final class Output {
    private final StringBuilder text = new StringBuilder();
    private final Budget budget;

    Output(Budget budget) {
        this.budget = budget;
    }

    void append(String piece) {
        budget.charge(
                (long) text.length() + piece.length() > Budget.LONGEST_TEXT
                        ? Long.MAX_VALUE
                        : piece.length());
        text.append(piece);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
