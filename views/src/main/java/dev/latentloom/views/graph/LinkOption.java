package dev.latentloom.views.graph;

import dev.latentloom.views.graph.document.KnownLinks;
import dev.latentloom.views.graph.document.LinkMatch;

import org.jspecify.annotations.Nullable;

/**
 * A link set that the drawn team could use.
 *
 * @param names what its links are called in the drawing; null for a set that needs no copying
 * @param problem why it cannot carry the team's thoughts as drawn; null where it can
 */
record LinkOption(KnownLinks set, LinkMatch.@Nullable Names names, @Nullable String problem) {}
