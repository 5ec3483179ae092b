/** One class beside DJL's own, because the calls it opens are private to this package. */
@NullMarked
package ai.djl.pytorch.jni;

import org.jspecify.annotations.NullMarked;
