package dev.latentloom.views.graph.document;

import org.jspecify.annotations.Nullable;

/** Which ports may be joined. */
public final class Fit {
    private Fit() {}

    /**
     * Why a wire may not run from one port to another.
     *
     * @return key of the reason, null where it may
     */
    public static @Nullable String refusal(Port out, Port in) {
        if (out.input() || !in.input()) {
            return "graph.fit.sides";
        }
        return switch (out.kind()) {
            case QUESTION -> in.kind() == WireKind.QUESTION ? null : "graph.fit.question";
            case THOUGHTS -> in.slot() && in.kind() == WireKind.THOUGHTS ? null : thoughts(in);
            case TEXT, ANSWER -> text(out, in);
        };
    }

    private static String thoughts(Port in) {
        return in.slot() ? "graph.fit.textOnly" : "graph.fit.thoughts";
    }

    /** Text goes to the answer, and into slots where one of both ends is text-only. */
    private static @Nullable String text(Port out, Port in) {
        if (in.kind() == WireKind.ANSWER || (in.slot() && in.kind() == WireKind.TEXT)) {
            return null;
        }
        boolean sendsTextOnly = out.y() < NodeShape.TITLE + NodeShape.LINE + NodeShape.PORT;
        return in.slot() && sendsTextOnly ? null : "graph.fit.text";
    }
}
