package dev.latentloom.engine.train;

import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.run.AnswerCheck;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Questions of a file as training data; every round has the same texts, as in the official code.
 */
record ListedData(String name, List<Question> train, List<Question> validation, AnswerCheck check)
        implements TrainingData {
    /** Columns of the official data by the agent they belong to. */
    private static final Map<String, String> OFFICIAL =
            Map.of(
                    "planner", "plan",
                    "critic", "refined_plan",
                    "math", "math_expert",
                    "code", "code_expert",
                    "science", "science_expert",
                    "summarizer", "summary",
                    "expert", "expert_plan");

    ListedData {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
    }

    @Override
    public List<Question> draw(int count, RandomGenerator random) {
        return Stream.generate(() -> train.get(random.nextInt(train.size()))).limit(count).toList();
    }

    @Override
    public Optional<String> text(Question question, int round, String agent) {
        Map<String, String> fields = question.fields();
        String column = OFFICIAL.getOrDefault(agent, agent);
        return Optional.ofNullable(fields.getOrDefault(agent, fields.get(column)))
                .filter(text -> !text.isBlank());
    }
}
