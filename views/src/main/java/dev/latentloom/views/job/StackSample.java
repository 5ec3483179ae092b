package dev.latentloom.views.job;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a thread was at in one moment.
 *
 * @param state whether it computed or waited
 * @param frames its methods, innermost first
 */
public record StackSample(Thread.State state, List<StackTraceElement> frames) {
    private static final String OURS = "dev.latentloom.";
    private static final List<String> FILES = List.of("sun.nio.", "java.io.", "java.nio.file.");

    /** Whoever reads code, forms, styles or fonts of the program or of its libraries. */
    private static final Set<String> LOADERS =
            Set.of(
                    "java.lang.ClassLoader",
                    "java.lang.Class",
                    "javafx.fxml.FXMLLoader",
                    "java.util.ServiceLoader",
                    "javafx.scene.text.Font",
                    "com.sun.javafx.css.StyleManager");

    /** Whoever hands the picture over to be drawn, and waits until the last one is. */
    private static final List<String> PAINTERS = List.of("com.sun.javafx.tk.", "com.sun.prism.");

    public StackSample {
        frames = List.copyOf(frames);
    }

    static StackSample of(Thread thread) {
        Thread.State state = thread.getState();
        return new StackSample(state, List.of(thread.getStackTrace()));
    }

    private boolean holds(Predicate<StackTraceElement> method) {
        return frames.stream().anyMatch(method);
    }

    /**
     * Whether code of ours waits: for a lock, for another thread, or for a file that is not code to
     * be loaded; but not where it shows a window and that waits for the picture.
     */
    boolean waits() {
        boolean parked = state != Thread.State.RUNNABLE && state != Thread.State.NEW;
        return (parked || reads())
                && holds(StackSample::ours)
                && !holds(StackSample::loads)
                && !paints();
    }

    private boolean paints() {
        return frames.stream()
                .takeWhile(method -> !ours(method))
                .anyMatch(method -> PAINTERS.stream().anyMatch(method.getClassName()::startsWith));
    }

    private boolean reads() {
        return !frames.isEmpty()
                && frames.getFirst().isNativeMethod()
                && FILES.stream().anyMatch(frames.getFirst().getClassName()::startsWith);
    }

    private static boolean ours(StackTraceElement method) {
        return method.getClassName().startsWith(OURS);
    }

    private static boolean loads(StackTraceElement method) {
        return LOADERS.contains(method.getClassName());
    }

    /** The innermost method of ours and the innermost of all. */
    String line() {
        String innermost = frames.isEmpty() ? "?" : frames.getFirst().toString();
        return frames.stream()
                .filter(StackSample::ours)
                .findFirst()
                .map(method -> method + " in " + innermost)
                .orElse(innermost);
    }
}
