/** How an agent thinks: latent, teacher-forced or in text, behind one type. */
@NullMarked
package dev.latentloom.engine.rollout;

import org.jspecify.annotations.NullMarked;
