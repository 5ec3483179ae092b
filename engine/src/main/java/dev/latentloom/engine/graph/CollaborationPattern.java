package dev.latentloom.engine.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The four patterns of the paper "Recursive Multi-Agent Systems", as graphs ready to be filled. */
public enum CollaborationPattern {
    /** Planner, critic, solver; the solver's thoughts go back to the planner. */
    SEQUENTIAL("planner critic solver"),
    /** Three experts think on their own; a summarizer weighs them and answers back to each. */
    MIXTURE("math_expert code_expert science_expert summarizer"),
    /** An expert teaches a learner, who answers. */
    DISTILLATION("expert learner"),
    /** A reflector examines, a tool caller computes. */
    DELIBERATION("reflector tool_caller");

    /** Latent steps of an agent of a new graph. */
    public static final int STEPS = 32;

    /** Cap of decoded tokens of an agent of a new graph. */
    public static final int NEW_TOKENS = 1000;

    /** Rounds of a new graph. */
    public static final int ROUNDS = 3;

    private static final String DESIGN = "outer_ln_res";
    private static final String FEEDBACK = "feedback";

    private final String roles; // ids, in the order of their turns

    CollaborationPattern(String roles) {
        this.roles = roles;
    }

    /** Name in files and on the command line, such as {@code sequential}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    private List<String> roles() {
        return List.of(roles.split(" ", -1));
    }

    /** A graph of this pattern, its agents still without models. */
    public AgentGraph graph(String name) {
        List<Agent> agents = roles().stream().map(this::agent).toList();
        String answering = roles().getLast();
        return new AgentGraph(name, id(), agents, edges(), answering, ROUNDS);
    }

    private List<Edge> edges() {
        List<String> ids = roles();
        String last = ids.getLast();
        if (this != MIXTURE) {
            var chain = new ArrayList<Edge>();
            for (int i = 1; i < ids.size(); i++) {
                chain.add(edge(ids.get(i - 1), ids.get(i), ids.get(i - 1)));
            }
            chain.add(edge(last, ids.getFirst(), FEEDBACK));
            return chain;
        }
        List<String> experts = ids.subList(0, ids.size() - 1);
        var star = new ArrayList<Edge>();
        experts.forEach(expert -> star.add(edge(expert, last, expert)));
        experts.forEach(expert -> star.add(edge(last, expert, FEEDBACK)));
        return star;
    }

    private Agent agent(String id) {
        RolePrompt text = RolePrompt.of(id);
        String words = id.replace('_', ' ');
        String role = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        String tools = id.equals("tool_caller") ? "calculator" : "";
        return Agent.of(id, role, text.prompt(), STEPS, NEW_TOKENS)
                .withSystem(text.system())
                .withTools(tools);
    }

    private static Edge edge(String from, String to, String slot) {
        return new Edge(from + "-" + to, from, to, slot, DESIGN);
    }
}
