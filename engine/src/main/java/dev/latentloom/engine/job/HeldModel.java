package dev.latentloom.engine.job;

/**
 * A model in memory.
 *
 * @param folder where it was loaded from; its identity together with the device
 * @param device where its weights are, such as {@code cuda:0}
 * @param dtype the number format of its weights, such as {@code f32}
 * @param estimated bytes of weights as foretold from the headers of its files
 * @param actual bytes of weights that were loaded
 * @param users how many agents of the job that runs use it now
 * @param uses how often it was used since it was loaded
 */
public record HeldModel(
        String folder,
        String device,
        String dtype,
        long estimated,
        long actual,
        int users,
        int uses) {}
