package dev.latentloom.views;

import static dev.latentloom.views.FontLibraries.REMEDY;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test that draws; skipped, with the packages to install, where text cannot be drawn. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("ui")
@EnabledIf(
        value = "dev.latentloom.views.FontLibraries#present",
        disabledReason = "JavaFX cannot draw text here: " + REMEDY)
public @interface RequiresFonts {}
