package dev.latentloom.views.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

class LogModelTest {
    private final LogModel log = new LogModel();

    @BeforeEach
    void fill() {
        log.add(LogLevel.INFO, "run", "began");
        log.add(LogLevel.WARNING, "run", "slow");
        log.add(LogLevel.ERROR, "train", "broke");
    }

    @Test
    void levelHidesWhatMattersLess() {
        log.levelProperty().set(LogLevel.WARNING);
        assertEquals(2, log.shown().size());
    }

    @Test
    void searchLooksAtSourceAndText() {
        log.searchProperty().set("TRAIN");
        assertEquals("broke", log.shown().getFirst().text());
        String copied = log.copy(List.of());
        assertTrue(copied.endsWith("ERROR    train  broke"), copied);
    }

    @Test
    void chosenLinesAreCopiedAlone() {
        LogLine first = log.shown().getFirst();
        assertEquals(first.line(), log.copy(List.of(first)));
    }

    @Test
    void badgeCountsErrorsUntilSomebodyLooks() {
        assertEquals(1, log.unseenErrorsProperty().get());
        log.markSeen();
        assertEquals(0, log.unseenErrorsProperty().get());
    }

    @Test
    void oldestLinesGo() {
        for (int i = 0; i < 6000; i++) {
            log.add(LogLevel.INFO, "run", "line " + i);
        }
        assertEquals(5000, log.shown().size());
        assertEquals("line 5999", log.shown().getLast().text());
    }
}
