package dev.latentloom.views.graph.document;

import java.util.List;

/**
 * Nodes drawn in a common frame and moved together.
 *
 * @param members ids of agents, notes, or the question and the answer; in no group twice
 */
public record NodeGroup(String id, String title, List<String> members) {
    public NodeGroup {
        members = List.copyOf(members);
    }
}
