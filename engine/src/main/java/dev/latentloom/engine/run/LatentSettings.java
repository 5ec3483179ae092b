package dev.latentloom.engine.run;

import dev.latentloom.engine.job.Handover;
import dev.latentloom.engine.link.LinkSet;

/**
 * What thoughts go through.
 *
 * @param links inner and outer links of the graph
 * @param handover whether an edge carries outer(H) or outer(inner(H))
 */
public record LatentSettings(LinkSet links, Handover handover) {}
