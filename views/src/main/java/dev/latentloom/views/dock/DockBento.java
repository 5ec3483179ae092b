package dev.latentloom.views.dock;

import software.coley.bentofx.Bento;
import software.coley.bentofx.building.DockBuilding;
import software.coley.bentofx.layout.container.DockContainerLeaf;

import java.util.function.Consumer;

/** BentoFX with our places and tabs instead of its own. */
final class DockBento extends Bento {
    private final Consumer<DockPane> toggled;

    DockBento(Consumer<DockPane> toggled) {
        this.toggled = toggled;
        controlsBuilding().setHeaderFactory(DockHeader::of);
    }

    @Override
    protected DockBuilding newDockBuilding() {
        return new DockBuilding(this) {
            @Override
            public DockContainerLeaf leaf(String identifier) {
                return new DockLeaf(DockBento.this, identifier, toggled);
            }
        };
    }
}
