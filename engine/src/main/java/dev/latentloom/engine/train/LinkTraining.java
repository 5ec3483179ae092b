package dev.latentloom.engine.train;

import dev.latentloom.engine.job.CancelledException;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.run.MemoryShortage;
import dev.latentloom.engine.run.ProcessMemory;
import dev.latentloom.engine.run.Team;
import dev.latentloom.engine.tensor.KernelException;
import dev.latentloom.engine.tensor.Scope;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Trains the links of a team by a recipe: stages, iterations, validation by real decoding,
 * checkpoints. A stopped or killed training goes on from its last checkpoint bit for bit (one
 * thread, f32).
 *
 * @param team whose links are trained; its models stay as they are
 * @param data what they learn from
 * @param recipe how
 * @param seed of fresh links and of everything that is drawn
 */
public record LinkTraining(Team team, TrainingData data, Recipe recipe, long seed) {
    /**
     * Where a training begins and what it leaves.
     *
     * @param run folder for checkpoints
     * @param links folder the trained set is written to at the end
     * @param from links to start from; null means freshly initialised
     * @param resume whether to go on from the run's last checkpoint, if there is one yet
     */
    public record Places(Path run, Path links, @Nullable LinkSet from, boolean resume) {}

    /**
     * Trains to the end, on an engine thread, and keeps the links with the best validation
     * accuracy.
     *
     * @throws CancelledException when stopped; a checkpoint of the last whole iteration is written
     * @throws WorkbenchException where a loss is no number, or memory is too little or runs out;
     *     the last good checkpoint stays
     */
    public TrainSummary run(Places places, JobMonitor monitor) throws WorkbenchException {
        TrainMemory.of(this).check(recipe, ProcessMemory.available());
        try (Scope scope = Scope.open()) {
            String name = String.valueOf(places.links().getFileName());
            LinkSet links =
                    new LinkParameters(team, recipe, seed, scope).leaves(places.from(), name);
            return new Course(this, places, links, monitor).run();
        } catch (KernelException | OutOfMemoryError e) {
            Optional<MemoryShortage> shortage = MemoryShortage.of(e);
            if (shortage.isEmpty()) {
                throw e;
            }
            throw TrainMemory.ranOut(shortage.get(), recipe, e);
        }
    }

    /** What learns by a method; {@code scope} owns its optimisers. */
    LinkTrainer trainer(Method method, LinkSet links, Scope scope) throws WorkbenchException {
        return switch (method) {
            case INNER_LOOP -> innerLoop(links, scope);
            case JOINT_REGRESSION ->
                    new OnPolicyTrainer(
                            this,
                            links,
                            new FreeThoughts(this, links),
                            new Learning(recipe.trainInner(), recipe.trainOuter()),
                            scope);
            case HOPS -> new HopTrainer(this, links, scope);
            case UNROLLED ->
                    unrolled(
                            new Learning(recipe.trainInner(), recipe.trainOuter()),
                            new UnrolledLoss(false),
                            links,
                            scope);
            case TEACHER_FORCED ->
                    unrolled(new Learning(false, true), new UnrolledLoss(true), links, scope);
            case TUTORIAL -> new TutorialTrainer(this, links, scope);
        };
    }

    private LinkTrainer unrolled(Learning learning, UnrolledLoss loss, LinkSet links, Scope scope)
            throws WorkbenchException {
        var assignment = new UnrolledTrainer.Assignment(learning, loss, UnrollPlan.of(this));
        return new UnrolledTrainer(this, links, assignment, scope);
    }

    private LinkTrainer innerLoop(LinkSet links, Scope scope) throws WorkbenchException {
        Learning inner = new Learning(true, false);
        return switch (recipe.objective()) {
            case ON_POLICY ->
                    new OnPolicyTrainer(this, links, new FreeThoughts(this, links), inner, scope);
            case TRUE_TEXT ->
                    new OnPolicyTrainer(
                            this, links, new TrueTextThoughts(this, links), inner, scope);
            case NEXT_EMBEDDING -> new InnerLoopTrainer(this, links, false, scope);
            case MEAN_EMBEDDING -> new InnerLoopTrainer(this, links, true, scope);
        };
    }
}
