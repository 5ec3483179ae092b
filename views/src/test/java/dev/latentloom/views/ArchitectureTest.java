package dev.latentloom.views;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "dev.latentloom.views",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String MODELS = ".*(ViewModel|LaneModel|PassModel|LogModel|RunChoices)";

    @ArchTest
    static final ArchRule VIEW_MODELS_KNOW_NO_SCENE =
            noClasses()
                    .that()
                    .haveNameMatching(MODELS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..");

    @ArchTest
    static final ArchRule VIEWS_SEE_NO_TENSOR =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "ai.djl..",
                            "dev.latentloom.engine.tensor..",
                            "dev.latentloom.engine.lm..",
                            "dev.latentloom.app..");
}
