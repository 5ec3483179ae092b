package dev.latentloom.app;

import dev.latentloom.views.FontLibraries;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test that draws; skipped, with the packages to install, where text cannot be drawn. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("ui")
@ExtendWith({RequiresFonts.Condition.class, NoStalls.class})
public @interface RequiresFonts {
    /** Says in the log of the tests what Maven's summary leaves out: why, and the remedy. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (FontLibraries.present()) {
                return ConditionEvaluationResult.enabled("text can be drawn");
            }
            String reason = "Skipped, JavaFX cannot draw text here: " + FontLibraries.REMEDY;
            if (context.getTestMethod().isEmpty()) {
                System.out.println(context.getDisplayName() + ": " + reason);
            }
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
