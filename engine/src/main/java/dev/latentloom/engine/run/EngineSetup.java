package dev.latentloom.engine.run;

import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;

import java.nio.file.Path;

/**
 * Where and how models run.
 *
 * @param device the device of models, unless their agent has one of its own
 * @param type their element type
 * @param budget bytes of weights to keep on a device at most
 * @param natives folder the native libraries are unpacked to
 * @param runs folder for runs that belong to no project
 */
public record EngineSetup(DeviceChoice device, DType type, long budget, Path natives, Path runs) {}
