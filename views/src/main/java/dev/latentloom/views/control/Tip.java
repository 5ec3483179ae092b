package dev.latentloom.views.control;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;

/** What a control says to who rests the pointer on it, where that changes again and again. */
public final class Tip {
    private Tip() {}

    /**
     * Says something else from now on, nothing where the words are empty. The tooltip that is there
     * stays: each is a small window of its own, and making one takes milliseconds.
     */
    public static void say(Control control, String words) {
        Tooltip tip = control.getTooltip();
        if (words.isEmpty()) {
            control.setTooltip(null);
        } else if (tip == null) {
            control.setTooltip(new Tooltip(words));
        } else {
            tip.setText(words);
        }
    }
}
