package dev.latentloom.app;

import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.project.GraphFile;
import dev.latentloom.engine.project.Layout;
import dev.latentloom.views.graph.document.Draft;
import dev.latentloom.views.graph.document.StoredDraft;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for all that is drawn: equal states have the same, in every process. */
final class DrawnState {
    private DrawnState() {}

    static String of(Draft draft) {
        return of(StoredDraft.file(draft.document()), StoredDraft.layout(draft.layout()));
    }

    static String of(GraphFile graph, Layout layout) {
        try {
            String text = RunJson.line(graph) + RunJson.line(layout);
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
