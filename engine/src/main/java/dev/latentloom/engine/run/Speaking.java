package dev.latentloom.engine.run;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.lm.Decoder;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;
import dev.latentloom.engine.text.StreamingDecoder;
import dev.latentloom.engine.tool.Tool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An agent says something: a batch is decoded, and the first question's words are told as they
 * come. Where tools are given, a row stops at a closing tag, the tool answers, and the row goes on.
 */
final class Speaking {
    private final SpeakingSettings settings;
    private final JobMonitor monitor;

    Speaking(SpeakingSettings settings, JobMonitor monitor) {
        this.settings = settings;
        this.monitor = monitor;
    }

    /** What the turn's agent says after each prompt. */
    List<Spoken> speak(Turn turn, FilledPrompt prompt, List<Tool> tools) {
        int cap = settings.cap(turn.mate().agent());
        try (Scope scratch = Scope.open()) {
            List<SpokenRow> all = new ArrayList<>();
            long[] pads = prompt.pads();
            for (int row = 0; row < prompt.rows(); row++) {
                all.add(new SpokenRow(turn.mate(), row(prompt, row, pads[row], scratch), cap));
            }
            Pass pass = new Pass(turn, all, tools);
            pass.decode(prompt, all);
            List<SpokenRow> going = answered(all, tools);
            while (!going.isEmpty()) {
                try (Scope again = scratch.child()) {
                    pass.decode(continued(going, again), going);
                }
                going = answered(going, tools);
            }
            pass.flush();
            return all.stream().map(SpokenRow::spoken).toList();
        }
    }

    private static Tensor row(FilledPrompt prompt, int row, long pad, Scope owner) {
        Tensor whole = TensorKernels.narrow(prompt.embeddings(), 0, row, 1, owner);
        return TensorKernels.narrow(whole, 1, pad, prompt.length() - pad, owner);
    }

    private static List<SpokenRow> answered(List<SpokenRow> rows, List<Tool> tools) {
        return rows.stream().filter(row -> row.answered(tools)).toList();
    }

    private static FilledPrompt continued(List<SpokenRow> rows, Scope owner) {
        return FilledPrompt.of(rows.stream().map(row -> row.soFar(owner)).toList(), owner);
    }

    /** Decoding of one turn, once or, with tools, several times. */
    private final class Pass {
        private final Turn turn;
        private final List<SpokenRow> all;
        private final List<Tool> tools;
        private final StreamingDecoder words;
        private final long start = monitor.nanoTime();

        Pass(Turn turn, List<SpokenRow> all, List<Tool> tools) {
            this.turn = turn;
            this.all = all;
            this.tools = tools;
            this.words = new StreamingDecoder(turn.mate().tokenizer(), true);
        }

        void decode(FilledPrompt prompt, List<SpokenRow> rows) {
            Teammate mate = turn.mate();
            int most = rows.stream().mapToInt(SpokenRow::left).max().orElse(0);
            Set<Long> ends = new TreeSet<>();
            Arrays.stream(mate.tokenizer().endIds()).forEach(ends::add);
            new Decoder(mate.lm(), settings.sampling(mate.agent()), most, ends)
                    .decode(
                            prompt.embeddings(),
                            prompt.pads(),
                            seeds(rows),
                            (row, id) -> take(rows.get(row), id),
                            monitor);
        }

        private boolean take(SpokenRow row, long id) {
            if (row == all.getFirst()) {
                tell(words.add(id));
            }
            return row.take(id, tools, (monitor.nanoTime() - start) * 1e-9);
        }

        private long[] seeds(List<SpokenRow> rows) {
            long[] seeds = new long[rows.size()];
            for (int i = 0; i < seeds.length; i++) {
                SpokenRow row = rows.get(i);
                String id = turn.questions().get(all.indexOf(row)).id();
                Agent agent = turn.mate().agent();
                long seed = settings.seed(agent);
                seeds[i] = Seeds.of(seed, id, agent.id(), turn.round(), row.calls());
            }
            return seeds;
        }

        void flush() {
            tell(words.flush());
        }

        private void tell(String piece) {
            if (!piece.isEmpty()) {
                String agent = turn.mate().agent().id();
                monitor.event(new RunEvent.Token(turn.round(), agent, piece));
            }
        }
    }
}
