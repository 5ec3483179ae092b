package dev.latentloom.engine.link;

/** One link of a stored set as its small file describes it; no values are read. */
public record StoredLink(LinkKey key, LinkShape shape, LinkOrigin origin) {}
