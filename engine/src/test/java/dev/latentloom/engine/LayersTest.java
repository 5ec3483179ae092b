package dev.latentloom.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom inside the engine, where Maven cannot say it. */
@AnalyzeClasses(
        packages = "dev.latentloom.engine",
        importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
    @ArchTest
    static final ArchRule NATIVE_ARRAYS_STAY_IN_TWO_PACKAGES =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "dev.latentloom.engine.tensor..", "dev.latentloom.engine.text..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("ai.djl..");

    @ArchTest
    static final ArchRule GRAPHS_AND_QUESTIONS_ARE_PLAIN_DATA =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "dev.latentloom.engine.graph..",
                            "dev.latentloom.engine.job..",
                            "dev.latentloom.engine.question..",
                            "dev.latentloom.engine.stats..",
                            "dev.latentloom.engine.task..",
                            "dev.latentloom.engine.project..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "ai.djl..",
                            "dev.latentloom.engine.tensor..",
                            "dev.latentloom.engine.lm..");

    @ArchTest
    static final ArchRule NO_WINDOW =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("javafx..", "java.awt..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("dev.latentloom.engine.(*)..").should().beFreeOfCycles();
}
