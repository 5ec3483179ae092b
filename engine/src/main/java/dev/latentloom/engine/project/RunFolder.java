package dev.latentloom.engine.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.metric.Scalar;
import dev.latentloom.engine.metric.TensorBoardFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The folder of one run. Events go to {@code events.jsonl} as they happen, each with its time
 * ({@code at}, milliseconds since 1970); item results among them also to {@code items.jsonl},
 * metric points and cells to {@code metrics.csv}, which holds no time, path, id or machine value,
 * so that equal runs give equal bytes, and metric points to a file that TensorBoard reads. May be
 * written to by many threads.
 */
public final class RunFolder implements AutoCloseable {
    /** The form of {@code run.json} that this program writes, and the newest it reads. */
    public static final int VERSION = 1;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final LineFile events;
    private final LineFile items;
    private final LineFile metrics;
    private final TensorBoardFile board;
    private final FileChannel lock;

    private RunFolder(Path folder) throws IOException, WorkbenchException {
        this.folder = folder;
        this.lock = lock(folder);
        this.events = new LineFile(folder.resolve("events.jsonl"));
        this.items = new LineFile(folder.resolve("items.jsonl"));
        this.metrics = new LineFile(folder.resolve("metrics.csv"));
        this.board = new TensorBoardFile(folder);
    }

    /** Held until the folder is closed or the process ends, whatever ends it. */
    private static FileChannel lock(Path folder) throws IOException, WorkbenchException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve(".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // another job of this process has it
        }
        channel.close();
        throw new WorkbenchException("project.runBusy", folder.toString());
    }

    /**
     * Makes the folder of a new run.
     *
     * @param runs the folder that holds the runs
     * @param kind kind of the run, such as {@code train}; part of its id
     */
    public static RunFolder create(Path runs, String kind) throws WorkbenchException {
        String stem = TIME.format(Instant.now()) + "-" + kind;
        try {
            Files.createDirectories(runs);
            for (int attempt = 1; ; attempt++) {
                String id = attempt == 1 ? stem : stem + "-" + attempt;
                if (made(runs.resolve(id))) {
                    return new RunFolder(runs.resolve(id));
                }
            }
        } catch (IOException e) {
            throw unwritable(runs, e);
        }
    }

    private static boolean made(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false; // another run began in the same second
        }
    }

    /**
     * Takes a folder of the caller's choice for a new run, made where it is not there.
     *
     * @throws WorkbenchException where something lies in it: a run would write into files of others
     */
    public static RunFolder at(Path folder) throws WorkbenchException {
        try {
            FreeFolder.take(folder);
            return new RunFolder(folder);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Opens the folder of a run to go on writing; a line cut short by a crash is taken out. */
    public static RunFolder open(Path folder) throws WorkbenchException {
        if (!Files.isDirectory(folder)) {
            throw new WorkbenchException("project.noRun", folder.toString());
        }
        try {
            return new RunFolder(folder);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** The run's id, which is the folder's name. */
    public String id() {
        return String.valueOf(folder.getFileName());
    }

    /** Its path. */
    public Path path() {
        return folder;
    }

    /** Appends an event, and what follows from it to the other files. */
    public synchronized void append(RunEvent event) throws WorkbenchException {
        try {
            ObjectNode line = RunJson.MAPPER.valueToTree(event);
            line.put(RunTimes.AT, System.currentTimeMillis());
            events.append(RunJson.line(line));
            switch (event) {
                case RunEvent.ItemResult item -> items.append(RunJson.line(item));
                case RunEvent.MetricPoint point -> {
                    metric(point.metric(), point.step(), "" + point.value());
                    board.append(scalar(point));
                }
                case RunEvent.Cell cell -> cell(cell);
                default -> {
                    // only events.jsonl tells the rest
                }
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static Scalar scalar(RunEvent.MetricPoint point) {
        double now = System.currentTimeMillis() / 1e3;
        return new Scalar(point.metric(), point.step(), (float) point.value(), now);
    }

    private void cell(RunEvent.Cell cell) throws IOException {
        String where = "rounds=%d;seed=%d;n=%d".formatted(cell.rounds(), cell.seed(), cell.n());
        metric("accuracy/" + where, cell.steps(), "" + cell.accuracy());
        metric("low/" + where, cell.steps(), "" + cell.low());
        metric("high/" + where, cell.steps(), "" + cell.high());
    }

    private void metric(String name, long step, String value) throws IOException {
        if (metrics.isEmpty()) {
            metrics.append("metric,step,value");
        }
        boolean quoted = name.contains(",") || name.contains("\"");
        String field = quoted ? "\"" + name.replace("\"", "\"\"") + "\"" : name;
        metrics.append(field + "," + step + "," + value);
    }

    /**
     * Takes out what is told of steps after this one and of the end (step 0): a resumed training
     * tells it again.
     */
    public synchronized void rewind(long step) throws WorkbenchException {
        try {
            events.keep(line -> stays(event(line), step));
            metrics.keep(line -> stays(line, step));
            board.keep(scalar -> within(scalar.step(), step));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static RunEvent event(String line) {
        try {
            return RunJson.event(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean stays(RunEvent event, long step) {
        return switch (event) {
            case RunEvent.MetricPoint point -> within(point.step(), step);
            case RunEvent.SampleAnswer sample -> within(sample.step(), step);
            case RunEvent.Checkpoint checkpoint -> checkpoint.step() <= step;
            case RunEvent.Progress progress -> progress.done() <= step;
            default -> true;
        };
    }

    /** Of a line of {@code metrics.csv}, whose last two fields are never quoted. */
    private static boolean stays(String line, long step) {
        int value = line.lastIndexOf(',');
        String field = line.substring(line.lastIndexOf(',', value - 1) + 1, value);
        return field.equals("step") || within(Long.parseLong(field), step);
    }

    private static boolean within(long step, long last) {
        return step >= 1 && step <= last;
    }

    /** The file that says what a run is. */
    public static Path file(Path folder) {
        return folder.resolve("run.json");
    }

    /** Writes {@code run.json}, everything needed to run it again. */
    public void writeRun(Object description) throws WorkbenchException {
        new JsonFile(file(folder)).write(description);
    }

    /** Whether a run's folder says what it is; one killed at its very beginning does not. */
    public static boolean isDescribed(Path folder) {
        return new JsonFile(file(folder)).exists();
    }

    /** Reads {@code run.json} of a run's folder; refuses one that a newer program wrote. */
    public static JsonNode readRun(Path folder) throws WorkbenchException {
        JsonNode about = new JsonFile(file(folder)).tree();
        int version = about.path("version").asInt(VERSION);
        if (version > VERSION) {
            throw new WorkbenchException("project.newerRun", folder.toString(), version, VERSION);
        }
        return about;
    }

    /** All whole events of a run's folder; a last line cut short by a crash does not count. */
    public static List<RunEvent> readEvents(Path folder) throws WorkbenchException {
        List<RunEvent> read = new ArrayList<>();
        Path file = folder.resolve("events.jsonl");
        try {
            for (String line : LineFile.wholeLines(file)) {
                read.add(RunJson.event(line));
            }
        } catch (JsonProcessingException e) {
            throw new WorkbenchException(
                    e,
                    "project.badEvent",
                    file.toString(),
                    read.size() + 1,
                    e.getOriginalMessage());
        } catch (IOException e) {
            throw new WorkbenchException(
                    e, "project.unreadable", file.toString(), String.valueOf(e.getMessage()));
        }
        return read;
    }

    /** Forces what was written to disk and closes the files. */
    @Override
    public synchronized void close() throws WorkbenchException {
        try {
            events.close();
            items.close();
            metrics.close();
            board.close();
            lock.close();
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static WorkbenchException unwritable(Path path, IOException cause) {
        return new WorkbenchException(
                cause, "project.unwritable", path.toString(), String.valueOf(cause.getMessage()));
    }
}
