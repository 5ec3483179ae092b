package dev.latentloom.engine.run;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.lm.DecodedRow;
import dev.latentloom.engine.lm.Decoder;
import dev.latentloom.engine.lm.LmPool;
import dev.latentloom.engine.lm.SamplerSettings;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;
import dev.latentloom.engine.text.ChatTemplate;
import dev.latentloom.engine.text.FilledText;
import dev.latentloom.engine.text.PromptRenderer;
import dev.latentloom.engine.text.StreamingDecoder;
import dev.latentloom.engine.text.Tokenizer;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** One model goes on from a prompt, its words told as they come. */
final class GenerateRun {
    private static final String AGENT = "model";

    private final RunSpec.Generate spec;
    private final Clock clock;
    private final JobMonitor monitor;
    private final FirstToken first = new FirstToken();

    GenerateRun(RunSpec.Generate spec, Clock clock, JobMonitor monitor) {
        this.spec = spec;
        this.clock = clock;
        this.monitor = monitor;
    }

    /** Generates; gives what the command prints. */
    Map<String, Object> run(LmPool pool) throws WorkbenchException {
        try (LmPool.Lease lease = pool.borrow(spec.model(), monitor);
                Tokenizer tokenizer = Tokenizer.load(spec.model())) {
            long[] prompt = prompt(tokenizer);
            if (prompt.length == 0) {
                throw new WorkbenchException("run.emptyPrompt", spec.model().toString());
            }
            UnknownWords.tell(AGENT, tokenizer, spec.prompt(), monitor);
            monitor.event(new RunEvent.TurnStarted(1, AGENT, false, 1));
            long start = System.nanoTime();
            DecodedRow row = decode(lease.lm(), tokenizer, prompt);
            double seconds = (System.nanoTime() - start) * 1e-9;
            String text = continuation(tokenizer, prompt, row.toArray());
            int tokens = row.ids().size();
            new LongTurns(monitor).look(AGENT, AGENT, lease.lm(), prompt.length + tokens);
            monitor.event(new RunEvent.TurnDone(1, AGENT, text, prompt.length, tokens, 0, seconds));
            Map<String, Object> summary = summary(prompt.length, row, first.after(start), seconds);
            summary.put("text", text);
            return summary;
        }
    }

    private static Map<String, Object> summary(
            int promptTokens, DecodedRow row, double ttft, double seconds) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("promptTokens", promptTokens);
        summary.put("tokens", row.ids().size());
        summary.put("finish", row.capped() ? "length" : "stop");
        summary.put("ttft", ttft);
        // the first token comes with the prompt, so the rate is that of the others
        int others = Math.max(0, row.ids().size() - 1);
        summary.put("tokensPerSecond", others == 0 ? 0.0 : others / (seconds - ttft));
        summary.put("secondsWall", seconds);
        return summary;
    }

    private long[] prompt(Tokenizer tokenizer) throws WorkbenchException {
        if (!spec.chat()) {
            return tokenizer.encode(spec.prompt(), true);
        }
        Optional<ChatTemplate> template = ChatTemplate.load(spec.model());
        if (template.isEmpty()) {
            throw new WorkbenchException("run.noChatTemplate", spec.model().toString());
        }
        FilledText user = new FilledText(List.of(new FilledText.Words(spec.prompt())));
        return new PromptRenderer(tokenizer, template.get(), clock).ids("", user, Map.of());
    }

    private DecodedRow decode(CausalLm lm, Tokenizer tokenizer, long[] prompt) {
        Set<Long> ends = new TreeSet<>();
        if (!spec.raw()) {
            Arrays.stream(tokenizer.endIds()).forEach(ends::add);
        }
        StreamingDecoder words = new StreamingDecoder(tokenizer, true);
        for (long id : prompt) {
            words.add(id); // a token may read differently at the beginning of a text
        }
        SamplerSettings sampling = SamplerSettings.of(spec.temperature(), 1);
        Decoder decoder = new Decoder(lm, sampling, spec.maxNewTokens(), ends);
        try (Scope scope = Scope.open()) {
            Tensor ids = scope.longs(prompt, 1, prompt.length);
            Tensor there = TensorKernels.to(ids, lm.device(), DType.I64, scope);
            DecodedRow row =
                    decoder.decode(
                                    lm.embed(there, scope),
                                    new long[1],
                                    new long[] {spec.seed()},
                                    (at, id) -> {
                                        first.heard();
                                        tell(words.add(id));
                                        return true;
                                    },
                                    monitor)
                            .getFirst();
            tell(words.flush());
            return row;
        }
    }

    private void tell(String piece) {
        if (!piece.isEmpty()) {
            monitor.event(new RunEvent.Token(1, AGENT, piece));
        }
    }

    private static String continuation(Tokenizer tokenizer, long[] prompt, long[] said) {
        String before = tokenizer.decode(prompt, true);
        long[] all = LongStream.concat(Arrays.stream(prompt), Arrays.stream(said)).toArray();
        String whole = tokenizer.decode(all, true);
        return whole.startsWith(before)
                ? whole.substring(before.length())
                : tokenizer.decode(said, true);
    }
}
