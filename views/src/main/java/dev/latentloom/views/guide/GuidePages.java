package dev.latentloom.views.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The pages of the guide, one an area and two more, bundled with the program. */
public final class GuidePages {
    /** Names of the pages in the order in which they are listed. */
    public static final List<String> NAMES =
            List.of("home", "build", "run", "train", "library", "settings", "commands");

    private GuidePages() {}

    /** The page of an area; Home's where the area has none. */
    public static String of(String area) {
        return NAMES.contains(area) ? area : NAMES.getFirst();
    }

    /** The lines of a page; the first is its title. */
    public static List<GuideLine> lines(String name) {
        try (InputStream page = GuidePages.class.getResourceAsStream(name + ".md")) {
            if (page == null) {
                throw new IllegalStateException("no page " + name);
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(GuideLine::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a page is called. */
    public static String title(String name) {
        return lines(name).getFirst().spans().getFirst().text();
    }
}
