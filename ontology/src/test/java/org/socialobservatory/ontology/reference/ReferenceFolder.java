package org.socialobservatory.ontology.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The folder of other people's data, named by the system property {@code observatory.reference-data}. */
public final class ReferenceFolder {

    private static final String PROPERTY = "observatory.reference-data";
    /** Where a test that is started outside Maven finds it: beside the project, seen from a module. */
    private static final String BESIDE = "../../shared/data";

    private ReferenceFolder() {}

    public static Path path() {
        return Path.of(System.getProperty(PROPERTY, BESIDE)).toAbsolutePath().normalize();
    }

    /** A file or folder in it, such as {@code sale-rgph2024}. */
    public static Path path(String within) {
        return path().resolve(within);
    }

    public static boolean present() {
        return Files.isDirectory(path());
    }

    /** Skips what is marked {@link ReferenceData} where the folder is absent. */
    static final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return present()
                    ? ConditionEvaluationResult.enabled("reference data are present")
                    : ConditionEvaluationResult.disabled("no reference data at " + path());
        }
    }
}
