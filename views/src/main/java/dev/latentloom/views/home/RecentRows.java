package dev.latentloom.views.home;

import dev.latentloom.resources.Messages;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Recent projects, one row each; on Home and on a sheet. */
public final class RecentRows {
    private RecentRows() {}

    /** The rows, or a line that says there are none. */
    static List<Node> of(List<Path> folders, Consumer<Path> open) {
        if (folders.isEmpty()) {
            Label none = new Label(Messages.text("home.recent.none"));
            none.getStyleClass().add("muted");
            return List.of(none);
        }
        return folders.stream().map(folder -> (Node) row(folder, open)).toList();
    }

    /**
     * The same as a sheet over the window.
     *
     * @param close takes the sheet away
     */
    public static Node sheet(List<Path> folders, Consumer<Path> open, Runnable close) {
        Label title = new Label(Messages.text("home.recent"));
        title.getStyleClass().add("section-title");
        VBox sheet = new VBox(title);
        sheet.getStyleClass().addAll("sheet", "ask-sheet");
        sheet.setMaxHeight(Region.USE_PREF_SIZE);
        Consumer<Path> chosen =
                folder -> {
                    close.run();
                    open.accept(folder);
                };
        sheet.getChildren().addAll(of(folders, chosen));
        return sheet;
    }

    private static Button row(Path folder, Consumer<Path> open) {
        Label name = new Label(String.valueOf(folder.getFileName()));
        Label place = new Label(String.valueOf(folder.getParent()));
        place.getStyleClass().add("muted");
        HBox content = new HBox(name, place);
        content.getStyleClass().add("recent-content");
        Button row = new Button();
        row.setGraphic(content);
        row.getStyleClass().addAll("flat", "recent-row");
        row.setAccessibleText(Messages.text("home.sample.open", folder));
        row.setOnAction(event -> open.accept(folder));
        return row;
    }
}
