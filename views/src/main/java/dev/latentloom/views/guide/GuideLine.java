package dev.latentloom.views.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One paragraph, heading or point of a page.
 *
 * @param kind what it is
 * @param spans its pieces in order
 */
public record GuideLine(Kind kind, List<GuideSpan> spans) {
    private static final Pattern MARKED =
            Pattern.compile("\\*\\*(.+?)\\*\\*|\\*(.+?)\\*|`(.+?)`|\\[(.+?)]\\((\\w+)\\)");

    /** What a line is. */
    public enum Kind {
        TITLE("# "),
        HEADING("## "),
        POINT("- "),
        PARAGRAPH("");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }
    }

    public GuideLine {
        spans = List.copyOf(spans);
    }

    /** Reads a line of Markdown: headings, points, strong, emphasis, code, and links to pages. */
    static GuideLine read(String line) {
        for (Kind kind : Kind.values()) {
            if (line.startsWith(kind.mark)) {
                return new GuideLine(kind, spans(line.substring(kind.mark.length())));
            }
        }
        throw new IllegalStateException("a paragraph begins with anything");
    }

    private static List<GuideSpan> spans(String text) {
        List<GuideSpan> spans = new ArrayList<>();
        Matcher marked = MARKED.matcher(text);
        int at = 0;
        while (marked.find()) {
            plain(text.substring(at, marked.start()), spans);
            spans.add(span(marked));
            at = marked.end();
        }
        plain(text.substring(at), spans);
        return spans;
    }

    private static void plain(String text, List<GuideSpan> spans) {
        if (!text.isEmpty()) {
            spans.add(new GuideSpan(GuideSpan.Kind.PLAIN, text, ""));
        }
    }

    private static GuideSpan span(Matcher marked) {
        if (marked.group(1) != null) {
            return new GuideSpan(GuideSpan.Kind.STRONG, marked.group(1), "");
        }
        if (marked.group(2) != null) {
            return new GuideSpan(GuideSpan.Kind.EMPHASIS, marked.group(2), "");
        }
        if (marked.group(3) != null) {
            return new GuideSpan(GuideSpan.Kind.CODE, marked.group(3), "");
        }
        return new GuideSpan(GuideSpan.Kind.LINK, marked.group(4), marked.group(5));
    }
}
