package dev.latentloom.engine.train;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.rollout.CrossEntropy;
import dev.latentloom.engine.run.Teammate;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The right texts of a batch of questions as tokens. */
record RoleText(TrainingData data, List<Question> questions) {
    RoleText {
        questions = List.copyOf(questions);
    }

    /**
     * What a sender says, in tokens of the reader, each text followed by end tokens up to a length.
     *
     * @return ids (B, length) on the reader's device
     */
    Tensor ended(int round, Teammate sender, Teammate reader, int length, Scope owner)
            throws WorkbenchException {
        long end = end(reader);
        long[] ids = new long[questions.size() * length];
        Arrays.fill(ids, end);
        List<long[]> texts = encoded(round, sender, reader);
        for (int row = 0; row < texts.size(); row++) {
            long[] text = texts.get(row);
            System.arraycopy(text, 0, ids, row * length, Math.min(length, text.length));
        }
        return there(ids, length, reader, owner);
    }

    /**
     * What an agent should say from its own first thought on: its text and one end token; what
     * comes after counts for nothing, since the many ends would drown the rest.
     *
     * @return ids (B, length), {@link CrossEntropy#IGNORED} after the end
     */
    Tensor targets(int round, Teammate mate, int length, Scope owner) throws WorkbenchException {
        long end = end(mate);
        long[] ids = new long[questions.size() * length];
        Arrays.fill(ids, CrossEntropy.IGNORED);
        List<long[]> texts = encoded(round, mate, mate);
        for (int row = 0; row < texts.size(); row++) {
            long[] text = texts.get(row);
            System.arraycopy(text, 0, ids, row * length, Math.min(length, text.length));
            if (text.length < length) {
                ids[row * length + text.length] = end;
            }
        }
        return there(ids, length, mate, owner);
    }

    private static long end(Teammate mate) throws WorkbenchException {
        List<Integer> ends = mate.lm().config().endIds();
        if (ends.isEmpty()) {
            throw new WorkbenchException("train.noEndToken", mate.agent().id());
        }
        return ends.getFirst();
    }

    private Tensor there(long[] ids, int length, Teammate mate, Scope owner) {
        Tensor here = owner.longs(ids, questions.size(), length);
        return TensorKernels.to(here, mate.lm().device(), DType.I64, owner);
    }

    private List<long[]> encoded(int round, Teammate sender, Teammate reader)
            throws WorkbenchException {
        List<String> texts = new ArrayList<>();
        for (Question question : questions) {
            String agent = sender.agent().id();
            String text =
                    data.text(question, round, agent)
                            .orElseThrow(
                                    () ->
                                            new WorkbenchException(
                                                    "train.noRoleText", agent, question.id()));
            texts.add(text);
        }
        return reader.tokenizer().encodeAll(texts, false);
    }
}
