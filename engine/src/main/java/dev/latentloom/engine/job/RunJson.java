package dev.latentloom.engine.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MutableConfigOverride;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.Sampling;

import org.jspecify.annotations.Nullable;

import java.io.UncheckedIOException;

/** Specifications and events as one line of JSON each; the same bytes whoever writes them. */
public final class RunJson {
    /** The project's one JSON form: sorted keys, no timestamps as numbers. */
    public static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .withConfigOverride(Sampling.class, RunJson::onlyWhatIsSaid)
                    .addMixIn(Agent.class, AgentForm.class)
                    .build();

    private RunJson() {}

    /** An agent on the engine's device stays as it was written before there was another. */
    interface AgentForm {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String device();
    }

    /** An agent without sampling of its own stays as it was written before there was any. */
    private static void onlyWhatIsSaid(MutableConfigOverride form) {
        JsonInclude.Value said =
                JsonInclude.Value.construct(
                        JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS);
        form.setInclude(said).setIncludeAsProperty(said);
    }

    /** Writes a specification or an event as one line. */
    public static String line(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one line of {@code events.jsonl}. */
    public static RunEvent event(String line) throws JsonProcessingException {
        return MAPPER.readValue(line, RunEvent.class);
    }

    /** Reads what {@link #line} wrote of a specification. */
    public static RunSpec spec(String line) throws JsonProcessingException {
        return MAPPER.readValue(line, RunSpec.class);
    }
}
