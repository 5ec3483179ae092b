/** Measurements that a person starts by name; none of them is part of a test run. */
@org.jspecify.annotations.NullMarked
package dev.latentloom.engine.benchmark;
