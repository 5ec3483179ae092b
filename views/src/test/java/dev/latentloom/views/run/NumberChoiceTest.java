package dev.latentloom.views.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberChoiceTest {
    private final NumberChoice steps = NumberChoice.whole(0, 512);

    @Test
    void emptyMeansAsTheProjectSays() {
        assertTrue(steps.validProperty().get());
        assertNull(steps.integer());
    }

    @Test
    void spacesAroundANumberDoNotMatter() {
        steps.textProperty().set(" 16 ");
        assertEquals(16, steps.integer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "513", "1.5", "many", "NaN"})
    void refuses(String typed) {
        steps.textProperty().set(typed);
        assertFalse(steps.validProperty().get());
        assertNull(steps.integer());
    }
}
