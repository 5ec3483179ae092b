package dev.latentloom.engine.task;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;

import java.util.ArrayList;
import java.util.List;

/** The teams of Trio, which differ in what experts say of their sets. */
enum TrioTeam {
    /** Experts say one member. */
    SAYING("trio", "expert", "summarizer", 1),
    /** Experts list all members. */
    LISTING("trio-listing", "lister", "reader", TrioTables.SET);

    private final String title;
    private final String expert;
    private final String summarizer;
    private final int said;

    TrioTeam(String title, String expert, String summarizer, int said) {
        this.title = title;
        this.expert = expert;
        this.summarizer = summarizer;
        this.said = said;
    }

    /** Ids of the experts, in order. */
    List<String> experts() {
        return Vocabulary.numbered(expert, TrioTables.EXPERTS + 1)
                .subList(1, TrioTables.EXPERTS + 1);
    }

    /** Id of the agent that answers. */
    String summarizer() {
        return summarizer;
    }

    /** The team, ready to run. */
    AgentGraph graph() {
        List<Agent> agents = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        StringBuilder sums = new StringBuilder("<bos> ROLE_S");
        for (String id : experts()) {
            String number = id.substring(expert.length());
            String prompt =
                    "<bos> ROLE_%s {{question}} {{#feedback}}[ {{feedback}} ]{{/feedback}} OUT"
                            .formatted(number);
            agents.add(TinyAgents.agent(id, "Expert " + number, prompt, said + 1));
            edges.add(TinyAgents.edge(id, summarizer, id));
            sums.append(" [ {{").append(id).append("}} ]");
        }
        experts().forEach(id -> edges.add(TinyAgents.edge(summarizer, id, "feedback")));
        sums.append(" {{question}} OUT");
        agents.add(TinyAgents.agent(summarizer, "Summarizer", sums.toString(), 2));
        return new AgentGraph(title, "mixture", agents, edges, summarizer, TrioTables.HOPS);
    }
}
