package dev.latentloom.views.graph;

import dev.latentloom.views.graph.document.GraphDocument;
import dev.latentloom.views.graph.document.ModelWidths;
import dev.latentloom.views.graph.document.NodeShape;
import dev.latentloom.views.graph.document.Port;
import dev.latentloom.views.graph.document.Spot;
import dev.latentloom.views.graph.document.Wire;

import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkConnectableShape;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

import java.util.HashMap;
import java.util.Map;

/**
 * Places nodes in layers from left to right, so that few wires cross (ELK Layered). The first call
 * takes some tenths of a second, so calls belong on a background thread.
 */
public final class AutoLayout {
    private static final double BETWEEN_LAYERS = 160;
    private static final double BETWEEN_NODES = 50;
    private static final double MARGIN = 40;

    static {
        LayoutMetaDataService.getInstance()
                .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private AutoLayout() {}

    /** Where each node of a document should stand, on the grid. */
    public static Map<String, Spot> arrange(GraphDocument document, ModelWidths models) {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, "org.eclipse.elk.layered");
        root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(CoreOptions.SPACING_NODE_NODE, BETWEEN_NODES);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(MARGIN));
        Map<String, ElkNode> nodes = new HashMap<>();
        Map<String, ElkPort> ports = new HashMap<>();
        for (String id : document.nodes()) {
            nodes.put(id, node(root, id, NodeShape.of(document, id, models), ports));
        }
        for (Wire wire : Wire.of(document)) {
            ElkConnectableShape from = ports.get(key(wire.from(), wire.outPort(), false));
            ElkConnectableShape to = ports.get(key(wire.to(), wire.port(), true));
            if (from != null && to != null && !wire.feedback()) {
                ElkGraphUtil.createSimpleEdge(from, to);
            }
        }
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        Map<String, Spot> spots = new HashMap<>();
        nodes.forEach((id, node) -> spots.put(id, new Spot(node.getX(), node.getY()).snapped()));
        return spots;
    }

    private static ElkNode node(
            ElkNode root, String id, NodeShape shape, Map<String, ElkPort> ports) {
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(shape.width(), shape.height());
        node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        for (Port port : shape.ports()) {
            ElkPort drawn = ElkGraphUtil.createPort(node);
            drawn.setLocation(shape.x(port), port.y());
            drawn.setProperty(CoreOptions.PORT_SIDE, port.input() ? PortSide.WEST : PortSide.EAST);
            ports.put(key(id, port.name(), port.input()), drawn);
        }
        return node;
    }

    private static String key(String node, String port, boolean input) {
        return node + (input ? " < " : " > ") + port;
    }
}
