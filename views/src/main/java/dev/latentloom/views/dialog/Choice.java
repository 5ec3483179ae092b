package dev.latentloom.views.dialog;

/**
 * One way to answer.
 *
 * @param key message key of what its button says
 * @param primary whether Enter chooses it
 * @param act what happens then
 */
public record Choice(String key, boolean primary, Runnable act) {
    /** An answer that changes nothing. */
    public static Choice cancel() {
        return new Choice("dialog.cancel", false, () -> {});
    }
}
