package dev.latentloom.engine.parity;

import dev.latentloom.engine.checkpoint.Safetensors;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkDesign;
import dev.latentloom.engine.link.LinkShape;
import dev.latentloom.engine.link.LinkValues;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Shape;

import java.util.LinkedHashMap;
import java.util.Map;

/** Links whose weights stand in a reference file under a prefix. */
final class ReferenceLink {
    private ReferenceLink() {}

    /** Reads one, its weights as leaves; the widths are those of its weights. */
    static TrainableLink read(
            Safetensors file, String design, String prefix, DeviceChoice device, Scope owner)
            throws WorkbenchException {
        LinkDesign form = LinkDesign.of(design);
        String layer = prefix + (form.norms() ? "proj" : "W");
        Shape first = file.tensor(layer + "1.weight").shape();
        Shape second = file.tensor(layer + "2.weight").shape();
        LinkShape shape =
                new LinkShape(form, (int) first.get(1), (int) second.get(0), (int) first.get(0));
        Map<String, float[]> weights = new LinkedHashMap<>();
        for (String name : shape.weights().keySet()) {
            weights.put(name, file.floats(prefix + name));
        }
        return TrainableLink.of(new LinkValues(shape, weights), device, owner).withLeaves(owner);
    }
}
