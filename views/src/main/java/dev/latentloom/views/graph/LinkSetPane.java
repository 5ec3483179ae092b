package dev.latentloom.views.graph;

import dev.latentloom.views.Fxml;
import dev.latentloom.views.control.Combo;
import dev.latentloom.views.control.Converters;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The chooser of the link set that all wires of the team use. */
final class LinkSetPane {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final BuildViewModel model;
    private final LinkChoices links;
    private final Parent root;
    private boolean showing;

    @FXML private ComboBox<LinkOption> sets;
    @FXML private Label facts;

    @SuppressWarnings("NullAway.Init") // the loader fills the fields that the form names
    LinkSetPane(BuildViewModel model) {
        this.model = model;
        links = model.links();
        root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        sets.setConverter(Converters.named(option -> option.set().name()));
        sets.setCellFactory(list -> new LinkCell());
        sets.setOnShowing(event -> links.look());
        sets.valueProperty()
                .addListener(
                        (property, old, now) -> {
                            if (!showing && now != null) {
                                links.choose(now);
                                show(); // a set that is copied first is not in use yet
                            }
                        });
        links.setsProperty().addListener((property, old, now) -> show());
        links.failureProperty().addListener((property, old, now) -> show());
    }

    /** Shows what is in use. */
    void show() {
        showing = true;
        List<LinkOption> options = links.options();
        String name = model.draft().document().links();
        LinkOption used =
                options.stream()
                        .filter(option -> option.names() == null)
                        .filter(option -> option.set().name().equals(name))
                        .findFirst()
                        .orElse(null);
        Combo.show(sets, options, used);
        String trouble = trouble(used);
        facts.setText(trouble != null ? trouble : used == null ? "" : LinkWords.of(used.set()));
        facts.pseudoClassStateChanged(DANGER, trouble != null);
        showing = false;
    }

    private @Nullable String trouble(@Nullable LinkOption used) {
        String failure = links.failureProperty().get();
        if (failure != null) {
            return failure;
        }
        return used == null
                ? links.problems(model.draft().document()).get(DraftCheck.TEAM)
                : used.problem();
    }
}
