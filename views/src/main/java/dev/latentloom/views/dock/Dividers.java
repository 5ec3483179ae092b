package dev.latentloom.views.dock;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

import software.coley.bentofx.layout.container.DockContainerBranch;

import java.util.List;

/** Puts the dividers of a split where the sizes of its parts want them. */
final class Dividers {
    private Dividers() {}

    /** Places them now, or as soon as the split has a size. */
    static void place(DockContainerBranch branch, DockSplit split) {
        if (extent(branch) > 0) {
            branch.applyCss();
            branch.setDividerPositions(positions(branch, split));
            return;
        }
        ReadOnlyDoubleProperty size =
                split.across() ? branch.widthProperty() : branch.heightProperty();
        size.addListener(
                new ChangeListener<>() {
                    @Override
                    public void changed(
                            ObservableValue<? extends Number> property, Number old, Number now) {
                        size.removeListener(this); // from now on people place them
                        branch.setDividerPositions(positions(branch, split));
                    }
                });
    }

    private static double extent(DockContainerBranch branch) {
        return branch.getOrientation() == Orientation.HORIZONTAL
                ? branch.getWidth()
                : branch.getHeight();
    }

    private static double[] positions(DockContainerBranch branch, DockSplit split) {
        List<DockNode> parts = split.parts();
        int last = parts.size() - 1;
        double divider = dividerThickness(branch, split.across());
        double room = extent(branch) - last * divider;
        double[] sizes = new double[parts.size()];
        int flexible = flexible(parts);
        double rest = room;
        for (int i = 0; i < sizes.length; i++) {
            if (i != flexible) {
                sizes[i] = wanted(parts.get(i), (Region) branch.getItems().get(i), split.across());
                rest -= sizes[i];
            }
        }
        sizes[flexible] = Math.max(0, rest);
        double[] positions = new double[last];
        double at = 0;
        for (int i = 0; i < last; i++) {
            at += sizes[i];
            positions[i] = Math.clamp((at + divider / 2) / extent(branch), 0, 1);
            at += divider;
        }
        return positions;
    }

    /** The part that takes what the others leave: the work, or else the last that is open. */
    static int flexible(List<DockNode> parts) {
        int found = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (new DockLayout(parts.get(i)).tabs(DockPane.WORK).isPresent()) {
                return i;
            }
            if (parts.get(i).open()) {
                found = i;
            }
        }
        return found;
    }

    private static double wanted(DockNode part, Region region, boolean across) {
        if (part.open() && part.size() > 0) {
            return part.size();
        }
        return across ? region.prefWidth(-1) : region.prefHeight(-1);
    }

    /** Looks at its own dividers only: those of splits inside it are not meant, and far to seek. */
    private static double dividerThickness(SplitPane branch, boolean across) {
        return branch.getChildrenUnmodifiable().stream()
                .filter(child -> child.getStyleClass().contains("split-pane-divider"))
                .mapToDouble(divider -> across ? divider.prefWidth(-1) : divider.prefHeight(-1))
                .findFirst()
                .orElse(0);
    }
}
