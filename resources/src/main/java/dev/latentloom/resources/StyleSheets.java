package dev.latentloom.resources;

import java.net.URL;
import java.util.List;
import java.util.stream.Stream;

/** The style sheets of the workbench, one per concern, and which of them make a theme. */
public final class StyleSheets {
    private static final List<String> CONCERNS =
            List.of(
                    "base",
                    "shell",
                    "dock",
                    "home",
                    "job",
                    "graph",
                    "run",
                    "train",
                    "library",
                    "settings",
                    "guide",
                    "plot",
                    "narrow");

    private StyleSheets() {}

    /** Addresses of all style sheets in order; the first holds the colours of the theme. */
    public static List<String> of(boolean dark) {
        return Stream.concat(Stream.of(dark ? "colours-dark" : "colours-light"), CONCERNS.stream())
                .map(StyleSheets::address)
                .toList();
    }

    private static String address(String concern) {
        URL sheet = StyleSheets.class.getResource("css/" + concern + ".css");
        if (sheet == null) {
            throw new IllegalStateException("no style sheet " + concern);
        }
        return sheet.toExternalForm();
    }
}
