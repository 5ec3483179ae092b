/** The only place that touches native arrays: tensors, scopes and kernels. */
@NullMarked
package dev.latentloom.engine.tensor;

import org.jspecify.annotations.NullMarked;
