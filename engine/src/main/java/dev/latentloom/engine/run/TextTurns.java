package dev.latentloom.engine.run;

import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.tensor.Scope;

import java.util.Collections;
import java.util.List;

/** Agents decode messages, and each receiver reads them with its own tokenizer. */
final class TextTurns implements Turns {
    private final Speaking speaking;
    private final Controls controls;
    private final HandoverControl exchange;

    /**
     * @param controls none, shuffle or m0
     * @throws WorkbenchException for a control that only thoughts can undergo
     */
    TextTurns(
            SpeakingSettings settings,
            Controls controls,
            HandoverControl exchange,
            JobMonitor monitor)
            throws WorkbenchException {
        for (Control control : controls.each().toList()) {
            if (control != Control.NONE && control != Control.SHUFFLE && control != Control.M0) {
                throw new WorkbenchException("run.controlOfText", RunNames.of(control));
            }
        }
        this.speaking = new Speaking(settings, new TokenSteps(monitor));
        this.controls = controls;
        this.exchange = exchange;
    }

    @Override
    public TurnResult take(Turn turn, FilledPrompt prompt, Scope owner) {
        List<Spoken> spoken = speaking.speak(turn, prompt, List.of());
        return new TurnResult(
                new SlotContent.Words(
                        spoken.stream().map(Spoken::text).toList(),
                        spoken.stream().map(said -> (int) said.decoded()).toList()),
                spoken.stream().map(said -> new Spent(0, said.decoded(), 0, 0)).toList());
    }

    @Override
    public SlotContent deliver(int round, Edge edge, SlotContent said, Scope owner) {
        SlotContent.Words words = (SlotContent.Words) said;
        int n = words.texts().size();
        return switch (controls.of(edge)) {
            case M0 -> new SlotContent.Words(Collections.nCopies(n, ""), Collections.nCopies(n, 0));
            case SHUFFLE -> {
                List<Integer> from = exchange.textSources(round, edge);
                yield new SlotContent.Words(
                        from.stream().map(words.texts()::get).toList(),
                        from.stream().map(words.tokens()::get).toList());
            }
            default -> words;
        };
    }

    @Override
    public boolean latent() {
        return false;
    }
}
