package dev.latentloom.views.home;

import org.jspecify.annotations.Nullable;

/**
 * One thing the doctor looked at.
 *
 * @param good green where true, amber otherwise
 * @param title what was looked at
 * @param finding what was found
 * @param remedy what to do about it; null where nothing is to be done
 */
public record DoctorLine(boolean good, String title, String finding, @Nullable String remedy) {}
