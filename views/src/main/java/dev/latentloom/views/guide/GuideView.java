package dev.latentloom.views.guide;

import dev.latentloom.resources.Messages;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.util.List;
import java.util.Locale;

/** The guide: its pages at the top, the one that is read below. */
public final class GuideView extends BorderPane {
    private final FlowPane pages = new FlowPane();
    private final ToggleGroup group = new ToggleGroup();
    private final VBox text = new VBox();
    private final ScrollPane scroll = new ScrollPane(text);

    /**
     * @param page the page that is open first
     * @param close takes the guide away
     */
    public GuideView(String page, Runnable close) {
        getStyleClass().addAll("sheet", "guide");
        pages.getStyleClass().add("guide-pages");
        text.getStyleClass().add("guide-text");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("guide-scroll");
        scroll.setAccessibleText(Messages.text("guide.title"));
        GuidePages.NAMES.forEach(name -> pages.getChildren().add(choice(name)));
        Button shut = new Button(Messages.text("guide.close"));
        shut.setCancelButton(true);
        shut.setOnAction(event -> close.run());
        HBox buttons = new HBox(shut);
        buttons.getStyleClass().add("sheet-buttons");
        setTop(pages);
        setCenter(scroll);
        setBottom(buttons);
        open(page);
    }

    private ToggleButton choice(String name) {
        ToggleButton button = new ToggleButton(GuidePages.title(name));
        button.getStyleClass().add("dock-tab");
        button.setUserData(name);
        button.setToggleGroup(group);
        button.setOnAction(event -> open(name));
        return button;
    }

    private void open(String name) {
        group.getToggles().forEach(page -> page.setSelected(name.equals(page.getUserData())));
        text.getChildren().setAll(GuidePages.lines(name).stream().map(this::line).toList());
        scroll.setVvalue(0);
    }

    private Node line(GuideLine line) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("guide-" + line.kind().name().toLowerCase(Locale.ROOT));
        if (line.kind() == GuideLine.Kind.POINT) {
            flow.getChildren().add(new Text("•  "));
        }
        List<Node> spans = line.spans().stream().map(this::span).toList();
        flow.getChildren().addAll(spans);
        flow.setMinHeight(Region.USE_PREF_SIZE);
        return flow;
    }

    private Node span(GuideSpan span) {
        if (span.kind() == GuideSpan.Kind.LINK) {
            Hyperlink link = new Hyperlink(span.text());
            link.setOnAction(event -> open(span.page()));
            return link;
        }
        Text text = new Text(span.text());
        text.getStyleClass().add("guide-" + span.kind().name().toLowerCase(Locale.ROOT));
        return text;
    }
}
