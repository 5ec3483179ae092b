package dev.latentloom.engine.train;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A training in a process of its own, which may be killed. */
final class TrainProcess {
    private static final String STARTED = "started ";
    private static final String STEP = "step ";

    private final Process process;
    private final BufferedReader out;

    private TrainProcess(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Entry of the process: folder for runs, then the run to go on with, if there is one. */
    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        try (TrainRelay relay = new TrainRelay(data)) {
            RunSpec.Train spec =
                    args.length > 1
                            ? TrainRelay.resumed(TrainRelay.FOLDER, args[1], Map.of())
                            : begun(data);
            relay.runner.submit(spec, TrainProcess::tell).await();
        }
    }

    private static RunSpec.Train begun(Path data) throws Exception {
        Map<String, String> changes =
                Map.of(
                        "iterations", "400",
                        "batch", "2",
                        "steps", "1",
                        "validateEvery", "50",
                        "checkpointEvery", "2");
        return TrainRelay.onFewQuestions(data, changes);
    }

    private static void tell(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            System.out.println(STARTED + started.run());
        }
        if (event instanceof RunEvent.MetricPoint point && point.metric().equals("loss")) {
            System.out.println(STEP + point.step());
        }
        if (event instanceof RunEvent.Failed failed) {
            System.out.println(failed);
        }
    }

    static TrainProcess start(Path data, String... run) throws IOException {
        String classes =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command =
                List.of(
                        java.toString(),
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dai.djl.offline=true",
                        "-cp",
                        classes,
                        TrainProcess.class.getName(),
                        data.toString());
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(run));
        ProcessBuilder builder = new ProcessBuilder(all);
        builder.redirectError(ProcessBuilder.Redirect.to(new File(data.toFile(), "err.txt")));
        return new TrainProcess(builder.start());
    }

    /** Waits until the run's folder is there; gives the run's id. */
    String started() throws IOException {
        String line = out.readLine();
        if (line == null || !line.startsWith(STARTED)) {
            throw new IOException("did not start: " + line);
        }
        return line.substring(STARTED.length());
    }

    /** Waits until so many steps more are done, or the training has ended. */
    void steps(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            String line = out.readLine();
            if (line == null) {
                return;
            }
            if (!line.startsWith(STEP)) {
                throw new IOException(line);
            }
        }
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for its end; gives what else it said, which is nothing where all is well. */
    String end() throws IOException, InterruptedException {
        String said =
                String.join("\n", out.lines().filter(line -> !line.startsWith(STEP)).toList());
        process.waitFor();
        return said;
    }
}
