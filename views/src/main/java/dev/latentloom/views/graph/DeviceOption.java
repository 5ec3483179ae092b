package dev.latentloom.views.graph;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.document.ModelWidths;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A device that an agent can be given.
 *
 * @param device null for the engine's
 * @param words what people read
 */
record DeviceOption(@Nullable String device, String words) {
    /** The engine's device, those of this machine, and the agent's own where it is not here. */
    static List<DeviceOption> all(Agent agent, ModelWidths models) {
        List<DeviceOption> all = new ArrayList<>();
        all.add(new DeviceOption(null, Messages.text("graph.agent.engineDevice", models.device())));
        models.devices().forEach(device -> all.add(new DeviceOption(device, device)));
        String own = agent.device();
        if (own != null && models.lacks(agent)) {
            all.add(new DeviceOption(own, Messages.text("graph.agent.absentDevice", own)));
        }
        return List.copyOf(all);
    }

    /** The one an agent has, of these. */
    static DeviceOption of(Agent agent, List<DeviceOption> all) {
        return all.stream()
                .filter(option -> Objects.equals(option.device(), agent.device()))
                .findFirst()
                .orElseThrow();
    }
}
