package dev.latentloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.views.job.Stall;
import dev.latentloom.views.job.StallWatch;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** How long the FX thread is held, by a tour through the window that is made again and again. */
@RequiresFonts
@ExtendWith(NoSamples.class)
@Tag("slow")
class HeldBenchmark {
    private static final int TOURS = 8; // the first only loads what the others use
    private static final long BOUND = NoStalls.BOUND.toMillis();

    @TempDir Path home;
    private Path folder = Path.of("");

    @BeforeEach
    void makeProject() throws WorkbenchException {
        folder = RelayProjects.stored(home.resolve("relay"));
    }

    /** What people do, one after the other; each thing is judged by the best of its tours. */
    @Test
    void nothingPeopleDoHoldsItInAWindowThatIsInUse() throws Exception {
        List<Stall> heard = new CopyOnWriteArrayList<>();
        Map<String, Long> best = new LinkedHashMap<>();
        Map<String, String> where = new LinkedHashMap<>();
        try (TestWindow window = TestWindow.open(home);
                var _ = StallWatch.start(NoStalls.BOUND, NoStalls.TICK, heard::add)) {
            new Tour(window, folder).first();
            for (int tour = 0; tour < TOURS; tour++) {
                for (Tour.Act act : new Tour(window, folder).acts()) {
                    heard.clear();
                    act.doing().run();
                    OnFx.frames(3);
                    long held = heard.stream().mapToLong(Stall::millis).max().orElse(0);
                    best.merge(act.name(), held, Math::min);
                    heard.forEach(stall -> where.put(act.name(), stall.where()));
                }
            }
        }
        best.forEach(
                (name, held) ->
                        NoStalls.report("best of the tours: %d ms, %s".formatted(held, name)));
        best.values().removeIf(held -> held < BOUND);
        where.keySet().retainAll(best.keySet());
        assertEquals(Map.of(), where, best::toString);
    }
}
