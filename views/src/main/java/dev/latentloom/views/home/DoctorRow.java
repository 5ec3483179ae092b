package dev.latentloom.views.home;

import dev.latentloom.resources.Messages;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

/** One finding of the doctor: a mark that differs in shape and colour, and the remedy below. */
final class DoctorRow extends HBox {
    DoctorRow(DoctorLine line) {
        getStyleClass().add("doctor-row");
        FontIcon mark = new FontIcon(line.good() ? "fth-check-circle" : "fth-alert-triangle");
        mark.getStyleClass().add(line.good() ? "good" : "amber");
        Label title = new Label(line.title());
        title.getStyleClass().add("doctor-title");
        Label finding = new Label(line.finding());
        finding.setWrapText(true);
        VBox text = new VBox(title, finding);
        text.getStyleClass().add("doctor-text");
        String remedy = line.remedy();
        if (remedy != null) {
            Label todo = new Label(remedy);
            todo.setWrapText(true);
            todo.getStyleClass().add("muted");
            text.getChildren().add(todo);
        }
        getChildren().setAll(mark, text);
        String state = line.good() ? "home.doctor.good" : "home.doctor.amber";
        setAccessibleText(Messages.text(state, line.title(), line.finding()));
    }
}
