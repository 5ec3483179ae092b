package dev.latentloom.engine.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where reference files lie: in the test resources, and in the folder that -Dgolden names. */
final class GoldenFolder {
    private static final Path OWN = Path.of("src", "test", "resources", "golden");

    private GoldenFolder() {}

    /** One case of one folder. */
    record Case(Path folder, String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Lists the cases of one folder. */
    interface Lister {
        List<String> list(Path folder) throws IOException;
    }

    /** The folders there are. */
    static List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        folders.add(OWN);
        String given = System.getProperty("golden", "");
        if (!given.isEmpty() && Files.isDirectory(Path.of(given))) {
            folders.add(Path.of(given));
        }
        return folders;
    }

    /** All cases; one that several folders hold is taken from the last. */
    static List<Case> cases(Lister lister) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (Path folder : folders()) {
            for (String name : lister.list(folder)) {
                cases.removeIf(one -> one.name().equals(name));
                cases.add(new Case(folder, name));
            }
        }
        return cases;
    }
}
