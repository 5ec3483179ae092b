package dev.latentloom.views.graph.document;

/** A remark on the drawing; it has no effect on a run. */
public record Note(String id, String text) {}
