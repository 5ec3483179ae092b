/** What the canvas edits: immutable snapshots of a drawn team, and the edits between them. */
@NullMarked
package dev.latentloom.views.graph.document;

import org.jspecify.annotations.NullMarked;
