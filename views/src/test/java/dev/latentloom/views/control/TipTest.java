package dev.latentloom.views.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.latentloom.views.OnFx;
import dev.latentloom.views.RequiresFonts;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

import org.junit.jupiter.api.Test;

@RequiresFonts
class TipTest {
    @Test
    void otherWordsAreSaidByTheSameTooltipAndNoWordsByNone() throws Exception {
        OnFx.start();
        Label label = OnFx.get(() -> new Label("a job"));
        Tooltip first = OnFx.get(() -> said(label, "10 of 800 steps"));
        Tooltip second = OnFx.get(() -> said(label, "20 of 800 steps"));
        assertSame(first, second);
        assertEquals("20 of 800 steps", second.getText());
        assertNull(OnFx.get(() -> said(label, "")));
    }

    private static Tooltip said(Label label, String words) {
        Tip.say(label, words);
        return label.getTooltip();
    }
}
