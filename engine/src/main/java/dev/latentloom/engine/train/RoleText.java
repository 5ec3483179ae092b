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

/**
 * The right texts of some questions of a batch as tokens.
 *
 * @param questions the whole batch
 * @param from first of those meant
 * @param to end of those meant
 */
record RoleText(LinkTraining training, List<Question> questions, int from, int to) {
    RoleText {
        questions = List.copyOf(questions);
    }

    /** Of a whole batch. */
    static RoleText of(LinkTraining training, List<Question> questions) {
        return new RoleText(training, questions, 0, questions.size());
    }

    /**
     * What an agent should say.
     *
     * @param ids (B, L), {@link CrossEntropy#IGNORED} after the end
     * @param share of the targets of the whole batch that stand here
     */
    record Targets(Tensor ids, double share) {}

    /** The questions meant. */
    List<Question> meant() {
        return questions.subList(from, to);
    }

    /** Tokens of the longest text of an agent in the whole batch, its end counted. */
    int longest(int round, Teammate mate) throws WorkbenchException {
        return longest(encoded(round, mate, mate)) + 1;
    }

    /**
     * What a sender says, in tokens of the reader, each text followed by end tokens up to a length.
     *
     * @return ids (B, length) on the reader's device
     */
    Tensor ended(int round, Teammate sender, Teammate reader, int length, Scope owner)
            throws WorkbenchException {
        long end = end(reader);
        long[] ids = new long[(to - from) * length];
        Arrays.fill(ids, end);
        List<long[]> texts = encoded(round, sender, reader).subList(from, to);
        for (int row = 0; row < texts.size(); row++) {
            long[] text = texts.get(row);
            System.arraycopy(text, 0, ids, row * length, Math.min(length, text.length));
        }
        return there(ids, length, reader, owner);
    }

    /**
     * What an agent should say from its own first thought on: its text and one end token; what
     * comes after counts for nothing, since the many ends would drown the rest.
     */
    Targets targets(int round, Teammate mate, int length, Scope owner) throws WorkbenchException {
        long end = end(mate);
        long[] ids = new long[(to - from) * length];
        Arrays.fill(ids, CrossEntropy.IGNORED);
        List<long[]> texts = encoded(round, mate, mate);
        long all = 0;
        long here = 0;
        for (int row = 0; row < texts.size(); row++) {
            long[] text = texts.get(row);
            int counted = Math.min(length, text.length + 1);
            all += counted;
            if (row >= from && row < to) {
                here += counted;
                int at = (row - from) * length;
                System.arraycopy(text, 0, ids, at, Math.min(length, text.length));
                if (text.length < length) {
                    ids[at + text.length] = end;
                }
            }
        }
        return new Targets(there(ids, length, mate, owner), (double) here / all);
    }

    /** Answers alone, in an agent's tokens, at most {@code most} of each; ids (B, A). */
    Tensor answers(Teammate mate, int most, Scope owner) {
        List<long[]> texts = encoded(questions.stream().map(Question::answer).toList(), mate);
        int length = Math.min(most, longest(texts));
        long[] ids = new long[texts.size() * length];
        Arrays.fill(ids, CrossEntropy.IGNORED);
        for (int row = 0; row < texts.size(); row++) {
            long[] text = texts.get(row);
            System.arraycopy(text, 0, ids, row * length, Math.min(length, text.length));
        }
        return there(ids, length, mate, owner);
    }

    /** Questions alone, in an agent's tokens, end tokens before the shorter ones; ids (B, T). */
    Tensor bare(Teammate mate, Scope owner) throws WorkbenchException {
        List<long[]> texts = encoded(questions.stream().map(Question::text).toList(), mate);
        int length = longest(texts);
        long[] ids = new long[texts.size() * length];
        Arrays.fill(ids, end(mate));
        for (int row = 0; row < texts.size(); row++) {
            long[] text = texts.get(row);
            System.arraycopy(text, 0, ids, (row + 1) * length - text.length, text.length);
        }
        return there(ids, length, mate, owner);
    }

    private static int longest(List<long[]> texts) {
        return texts.stream().mapToInt(text -> text.length).max().orElse(0);
    }

    private static List<long[]> encoded(List<String> texts, Teammate reader) {
        return reader.tokenizer().encodeAll(texts, false);
    }

    private static long end(Teammate mate) throws WorkbenchException {
        List<Integer> ends = mate.lm().config().endIds();
        if (ends.isEmpty()) {
            throw new WorkbenchException("train.noEndToken", mate.agent().id());
        }
        return ends.getFirst();
    }

    private Tensor there(long[] ids, int length, Teammate mate, Scope owner) {
        Tensor here = owner.longs(ids, to - from, length);
        return TensorKernels.to(here, mate.lm().device(), DType.I64, owner);
    }

    private List<long[]> encoded(int round, Teammate sender, Teammate reader)
            throws WorkbenchException {
        List<String> texts = new ArrayList<>();
        String agent = sender.agent().id();
        boolean answering = training.team().graph().answering().equals(agent);
        for (Question question : questions) {
            String text = training.data().text(question, round, agent).orElse("");
            if (text.isEmpty() && answering) {
                text = question.answer();
            }
            if (text.isEmpty()) {
                throw new WorkbenchException("train.noRoleText", agent, question.id());
            }
            texts.add(text);
        }
        return encoded(texts, reader);
    }
}
