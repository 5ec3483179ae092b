import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks, or with {@code --write} rewrites, the form of every Java source below a folder. */
public final class CheckFormat {
    private static final JavaFormatterOptions.Style STYLE = JavaFormatterOptions.Style.AOSP;

    public static void main(String[] args) throws Exception {
        boolean write = args[0].equals("--write");
        List<Path> sources;
        try (var tree = Files.walk(Path.of(args[1]))) {
            sources = tree.filter(CheckFormat::isSource).sorted().toList();
        }
        Formatter formatter =
                new Formatter(JavaFormatterOptions.builder().style(STYLE).build());
        int wrong = 0;
        for (Path source : sources) {
            String text = Files.readString(source);
            String tidy = RemoveUnusedImports.removeUnusedImports(text);
            tidy = formatter.formatSource(ImportOrderer.reorderImports(tidy, STYLE));
            if (!tidy.equals(text) && write) {
                Files.writeString(source, tidy);
            } else if (!tidy.equals(text)) {
                System.err.println("Not in google-java-format (AOSP): " + source);
                wrong++;
            }
        }
        if (wrong > 0) {
            System.err.println(wrong + " files; mvn verify -Dformat=write rewrites them");
            System.exit(1);
        }
    }

    private static boolean isSource(Path path) {
        String name = path.toString().replace('\\', '/');
        return name.endsWith(".java") && name.contains("/src/");
    }
}
