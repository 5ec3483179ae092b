package dev.latentloom.views.shell;

import dev.latentloom.resources.Messages;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The buttons at the left, one per area; exactly one is down. */
final class Rail {
    private final ToggleGroup group = new ToggleGroup();
    private final ShellViewModel model;
    private final List<ToggleButton> buttons = new ArrayList<>();

    Rail(ShellViewModel model, Collection<Area> areas) {
        this.model = model;
        int number = 1;
        for (Area area : areas) {
            buttons.add(button(area, number++));
        }
        model.areaProperty()
                .subscribe(
                        key ->
                                buttons.forEach(
                                        button ->
                                                button.setSelected(
                                                        button.getUserData().equals(key))));
    }

    private ToggleButton button(Area area, int number) {
        String name = Messages.text("shell.area." + area.key());
        ToggleButton button = new ToggleButton(name, new FontIcon(area.icon()));
        button.setContentDisplay(ContentDisplay.TOP);
        button.setUserData(area.key());
        button.setToggleGroup(group);
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(Messages.text("shell.rail.tooltip", name, number)));
        button.setOnAction(
                event -> {
                    button.setSelected(true); // pressing the open area again keeps it open
                    model.open(area.key());
                });
        return button;
    }

    List<ToggleButton> buttons() {
        return buttons;
    }
}
