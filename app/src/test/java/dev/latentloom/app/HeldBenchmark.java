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
    private static final int TOURS = 8; // after a first one, in which everything is loaded
    private static final long BOUND = NoStalls.BOUND.toMillis();

    @TempDir Path home;
    private Path folder = Path.of("");

    @BeforeEach
    void makeProject() throws WorkbenchException {
        folder = RelayProjects.stored(home.resolve("relay"));
    }

    /**
     * What people do, one after the other; each thing is judged by the best of its tours. Of the
     * first tour it is only told how long each took.
     */
    @Test
    void nothingPeopleDoHoldsItInAWindowThatIsInUse() throws Exception {
        List<Stall> heard = new CopyOnWriteArrayList<>();
        Map<String, Long> best = new LinkedHashMap<>();
        Map<String, String> where = new LinkedHashMap<>();
        try (TestWindow window = TestWindow.open(home);
                var _ = StallWatch.start(NoStalls.BOUND, NoStalls.TICK, heard::add)) {
            Tour tour = new Tour(window, folder);
            for (Tour.Act act : tour.whole()) {
                NoStalls.report("first time: %d ms, %s".formatted(held(act, heard), act.name()));
            }
            for (int again = 0; again < TOURS; again++) {
                for (Tour.Act act : tour.acts()) {
                    best.merge(act.name(), held(act, heard), Math::min);
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

    /** The longest time that an act holds the FX thread, in milliseconds; 0 if below the bound. */
    private static long held(Tour.Act act, List<Stall> heard) throws Exception {
        heard.clear();
        act.doing().run();
        OnFx.frames(3);
        return heard.stream().mapToLong(Stall::millis).max().orElse(0);
    }
}
