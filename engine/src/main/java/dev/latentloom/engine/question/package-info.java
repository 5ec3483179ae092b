/** Questions, where they come from, and when an answer to one is right. */
@NullMarked
package dev.latentloom.engine.question;

import org.jspecify.annotations.NullMarked;
