/**
 * The part of Jinja that chat templates use: lexer, parser, tree and evaluator, with limits.
 *
 * <p>Behaves as the sandbox in which the models' publishers test their templates: {@code
 * trim_blocks}, {@code lstrip_blocks}, loop controls, no escaping, objects that cannot be changed.
 * Values are {@link java.lang.Boolean}, {@link java.lang.Long}, {@link java.lang.Double}, {@link
 * java.lang.String}, {@link java.util.List}, {@link java.util.Map} and the few types of this
 * package; none and undefined are values too, never null.
 */
@NullMarked
package dev.latentloom.engine.text.jinja;

import org.jspecify.annotations.NullMarked;
