package dev.latentloom.views.graph;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.views.graph.document.NoteEdits;
import dev.latentloom.views.graph.document.Spot;
import dev.latentloom.views.graph.document.Teams;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

/** Draws the Build area in both themes into a folder, to be looked at: {@code Pictures FOLDER}. */
public final class CanvasPictures {
    private CanvasPictures() {}

    public static void main(String[] folder) throws Exception {
        Path to = Files.createDirectories(Path.of(folder[0]));
        for (boolean dark : List.of(false, true)) {
            String theme = dark ? "dark" : "light";
            try (BuildStage stage = BuildStage.open(Teams.sequential(), Teams.MODELS, dark)) {
                picture(stage, to.resolve(theme + "-team.png"));
                BuildStage.fx(() -> enrich(stage.model));
                stage.settle();
                picture(stage, to.resolve(theme + "-run.png"));
                BuildStage.fx(() -> select(stage.model, "critic"));
                stage.settle();
                picture(stage, to.resolve(theme + "-agent.png"));
                BuildStage.fx(() -> select(stage.model, "s-p"));
                stage.settle();
                picture(stage, to.resolve(theme + "-wire.png"));
            }
        }
        System.exit(0);
    }

    private static boolean select(BuildViewModel model, String id) {
        model.select(List.of(id));
        return true;
    }

    private static boolean enrich(BuildViewModel model) {
        model.apply(NoteEdits.question("Which entity is reached from e17 over A B C?"));
        model.apply(NoteEdits.group(List.of("planner", "critic"), "Draft and doubt"));
        model.apply(NoteEdits.add("The critic knows only permutation B.", new Spot(560, 300)));
        model.progress().start(model.draft().document().graph());
        model.progress().fold(new RunEvent.TurnDone(2, "planner", null, 12, 0, 5, 0.012));
        model.progress().fold(new RunEvent.Delivered(2, "p-c", 5, true, 0.012));
        model.progress().fold(new RunEvent.LatentStep(2, "critic", 3, 5));
        model.problems().put("solver", new Remark("Solver has no model. Choose one.", true));
        return true;
    }

    private static void picture(BuildStage stage, Path png) throws Exception {
        WritableImage image = BuildStage.fx(() -> stage.scene.snapshot(null));
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        ImageIO.write(copy, "png", png.toFile());
    }
}
