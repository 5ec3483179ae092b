package dev.latentloom.engine.parity;

import dev.latentloom.engine.job.WorkbenchException;

/** How references of one kind below {@code system/} are recomputed. */
interface SystemCase {
    /** Recomputes what it knows of a case and tells the reference each value. */
    void compare(SystemReference reference) throws WorkbenchException;
}
