package dev.latentloom.views.home;

import java.util.List;

/** What this machine has and lacks. */
public record DoctorReport(List<DoctorLine> lines) {
    public DoctorReport {
        lines = List.copyOf(lines);
    }
}
