package dev.latentloom.engine.question;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the records of a data file: JSON Lines, a JSON list, or separated values. */
final class RecordReader {
    private final Path file;
    private final String name;

    RecordReader(Path file) {
        this.file = file;
        this.name = file.toString();
    }

    List<SourceRecord> read() throws WorkbenchException {
        String text = text();
        String ending = name.toLowerCase(Locale.ROOT);
        if (ending.endsWith(".csv")) {
            return new CsvText(name, text, CsvText.separatorOf(text)).records();
        }
        if (ending.endsWith(".tsv")) {
            return new CsvText(name, text, '\t').records();
        }
        return text.stripLeading().startsWith("[") ? list(text) : lines(text);
    }

    private String text() throws WorkbenchException {
        try {
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new WorkbenchException(e, "data.noFile", name);
        } catch (MalformedInputException e) {
            throw new WorkbenchException(e, "data.notText", name);
        } catch (IOException e) {
            throw new WorkbenchException(
                    e, "data.unreadable", name, String.valueOf(e.getMessage()));
        }
    }

    private List<SourceRecord> lines(String text) throws WorkbenchException {
        List<SourceRecord> records = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                records.add(record(i + 1, parse(lines.get(i), i + 1)));
            }
        }
        return records;
    }

    private List<SourceRecord> list(String text) throws WorkbenchException {
        List<SourceRecord> records = new ArrayList<>();
        for (JsonNode node : parse(text, 1)) {
            records.add(record(records.size() + 1, node));
        }
        return records;
    }

    private JsonNode parse(String json, int line) throws WorkbenchException {
        try {
            return RunJson.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            int at = e.getLocation() == null ? line : line + e.getLocation().getLineNr() - 1;
            throw new WorkbenchException(e, "data.badJson", name, at, e.getOriginalMessage());
        }
    }

    private SourceRecord record(int line, JsonNode node) throws WorkbenchException {
        if (!node.isObject()) {
            throw new WorkbenchException("data.notRecord", name, line);
        }
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return new SourceRecord(line, fields);
    }
}
