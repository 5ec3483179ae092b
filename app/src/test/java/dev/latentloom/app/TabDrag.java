package dev.latentloom.app;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;

import dev.latentloom.views.dock.DockPane;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import javafx.util.Pair;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The end of dragging a tab; the headless platform has no system drag-and-drop of its own. */
final class TabDrag {
    private TabDrag() {}

    /** A tab is dragged over a node and let go there; on the FX thread. */
    static void drop(DockPane pane, Node on, double x, double y) {
        Dragboard board = DragboardHelper.createDragboard(new Held());
        board.setContent(Map.of(DataFormat.PLAIN_TEXT, "dnd-bento;0;" + pane.name()));
        for (EventType<DragEvent> type : List.of(DragEvent.DRAG_OVER, DragEvent.DRAG_DROPPED)) {
            Point2D scene = on.localToScene(x, y);
            Event.fireEvent(
                    on,
                    new DragEvent(
                            on.getScene(), // not the target, or its coordinates stay the scene's
                            on,
                            type,
                            board,
                            scene.getX(),
                            scene.getY(),
                            scene.getX(),
                            scene.getY(),
                            TransferMode.MOVE,
                            null,
                            on,
                            new PickResult(on.getScene().getRoot(), scene.getX(), scene.getY())));
        }
    }

    /** What is in the hand. */
    private static final class Held implements TKClipboard {
        private final Map<DataFormat, Object> content = new HashMap<>();

        @Override
        public Set<DataFormat> getContentTypes() {
            return content.keySet();
        }

        @Override
        @SafeVarargs
        public final boolean putContent(Pair<DataFormat, Object>... pairs) {
            for (Pair<DataFormat, Object> pair : pairs) {
                content.put(pair.getKey(), pair.getValue());
            }
            return true;
        }

        @Override
        public @Nullable Object getContent(DataFormat format) {
            return content.get(format);
        }

        @Override
        public boolean hasContent(DataFormat format) {
            return content.containsKey(format);
        }

        @Override
        public Set<TransferMode> getTransferModes() {
            return EnumSet.of(TransferMode.MOVE);
        }

        @Override
        public void setDragView(Image image) {}

        @Override
        public void setDragViewOffsetX(double x) {}

        @Override
        public void setDragViewOffsetY(double y) {}

        @Override
        public @Nullable Image getDragView() {
            return null;
        }

        @Override
        public double getDragViewOffsetX() {
            return 0;
        }

        @Override
        public double getDragViewOffsetY() {
            return 0;
        }
    }
}
