package dev.latentloom.engine.run;

import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;
import dev.latentloom.engine.tool.Tool;
import dev.latentloom.engine.tool.ToolCall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One row while its agent speaks: what it said and what tools put in between. */
final class SpokenRow {
    private static final int TAIL = 24; // more tokens than any closing tag has

    private final Teammate mate;
    private final Tensor prompt;
    private final int budget;
    private final List<Long> ids = new ArrayList<>();
    private long decoded;
    private long readAgain;
    private int calls;
    private double firstToken;

    /**
     * @param prompt its own prompt (1, T, D) without padding
     * @param budget most tokens it may decode, all calls together
     */
    SpokenRow(Teammate mate, Tensor prompt, int budget) {
        this.mate = mate;
        this.prompt = prompt;
        this.budget = budget;
    }

    /** Takes a decoded token; says whether the row goes on. */
    boolean take(long id, List<Tool> tools, double seconds) {
        if (decoded == 0) {
            firstToken = seconds;
        }
        ids.add(id);
        decoded++;
        return decoded < budget && tools.stream().noneMatch(tool -> tail().endsWith(tool.close()));
    }

    private String tail() {
        return text(ids.subList(Math.max(0, ids.size() - TAIL), ids.size())).stripTrailing();
    }

    /** Lets a tool answer where the row has just called one; says whether it goes on speaking. */
    boolean answered(List<Tool> tools) {
        if (tools.isEmpty() || calls == ToolCall.MOST_ROUNDS || decoded >= budget) {
            return false;
        }
        Optional<ToolCall> call = ToolCall.atEndOf(text(ids), tools);
        if (call.isEmpty()) {
            return false;
        }
        calls++;
        for (long id : mate.tokenizer().encode(call.get().run(), false)) {
            ids.add(id);
        }
        readAgain += prompt.shape().get(1) + ids.size();
        return true;
    }

    /** Tokens it may still decode. */
    int left() {
        return Math.toIntExact(budget - decoded);
    }

    /** How many tools have answered it. */
    int calls() {
        return calls;
    }

    /** Its prompt and all that followed, (1, T, D). */
    Tensor soFar(Scope owner) {
        long[] said = ids.stream().mapToLong(Long::longValue).toArray();
        Tensor row = owner.longs(said, 1, said.length);
        Tensor there = TensorKernels.to(row, mate.lm().device(), DType.I64, owner);
        return TensorKernels.concat(List.of(prompt, mate.lm().embed(there, owner)), 1, owner);
    }

    Spoken spoken() {
        return new Spoken(text(ids), readAgain, decoded, firstToken);
    }

    private String text(List<Long> some) {
        long[] array = some.stream().mapToLong(Long::longValue).toArray();
        return mate.tokenizer().decode(array, true);
    }
}
