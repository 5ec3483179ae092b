package dev.latentloom.engine.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.latentloom.engine.job.WorkbenchException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads separated values as RFC 4180 has them: quoted fields may hold separators and new lines. */
final class CsvText {
    private final String file;
    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    CsvText(String file, String text, char separator) {
        this.file = file;
        this.text = text;
        this.separator = separator;
    }

    /**
     * What parts the values of a text: the comma, or, where the header row has none, the semicolon
     * that spreadsheets write in countries with a decimal comma, or the tab.
     */
    static char separatorOf(String text) {
        String header = unquotedHeader(text);
        return ",;\t"
                .chars()
                .filter(each -> header.indexOf(each) >= 0)
                .mapToObj(each -> (char) each)
                .findFirst()
                .orElse(',');
    }

    private static String unquotedHeader(String text) {
        StringBuilder header = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length() && (quoted || text.charAt(i) != '\n'); i++) {
            if (text.charAt(i) == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                header.append(text.charAt(i));
            }
        }
        return header.toString();
    }

    /** The records below the header row. */
    List<SourceRecord> records() throws WorkbenchException {
        List<String> header = row().stream().map(String::trim).toList();
        for (int i = 0; i < header.size(); i++) {
            if (header.indexOf(header.get(i)) < i) {
                throw new WorkbenchException("data.csvTwice", file, header.get(i));
            }
        }
        List<SourceRecord> records = new ArrayList<>();
        while (at < text.length()) {
            int first = line;
            List<String> row = row();
            if (row.size() == 1 && row.getFirst().isBlank()) {
                continue;
            }
            if (row.size() != header.size()) {
                throw new WorkbenchException(
                        "data.csvWidth", file, first, row.size(), header.size());
            }
            Map<String, JsonNode> fields = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                fields.put(header.get(i), TextNode.valueOf(row.get(i)));
            }
            records.add(new SourceRecord(first, fields));
        }
        return records;
    }

    private List<String> row() throws WorkbenchException {
        List<String> row = new ArrayList<>();
        do {
            row.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
        } while (separatorFollows());
        return row;
    }

    /** Steps over a separator, or over the end of the line. */
    private boolean separatorFollows() {
        if (at < text.length() && text.charAt(at) == separator) {
            at++;
            return true;
        }
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
            line++;
        }
        return false;
    }

    private String plain() {
        int from = at;
        while (at < text.length()
                && text.charAt(at) != separator
                && text.charAt(at) != '\n'
                && text.charAt(at) != '\r') {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() throws WorkbenchException {
        int first = line;
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"' && (at == text.length() || text.charAt(at) != '"')) {
                return value.toString();
            }
            at += c == '"' ? 1 : 0;
            line += c == '\n' ? 1 : 0;
            value.append(c);
        }
        throw new WorkbenchException("data.csvQuote", file, first);
    }
}
