package org.socialobservatory.ontology.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class ReferenceTallyTest {

    private static final String ASKED = "observatory.sample";

    /** Skipped where a build finds the sample by itself. */
    static final class OnlyWhenAsked implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return context.getConfigurationParameter(ASKED).isPresent()
                    ? ConditionEvaluationResult.enabled("asked for")
                    : ConditionEvaluationResult.disabled("a sample for another test");
        }
    }

    @ExtendWith(OnlyWhenAsked.class)
    static class Sample {
        @Test
        void isNotCounted() {}

        @Test
        @ReferenceData
        void isCounted() {}

        @Test
        @ReferenceData
        void givesUp() {
            Assumptions.abort("did not run");
        }
    }

    @Test
    void namesTheReferenceTestsThatRan(@TempDir Path folder) throws Exception {
        var file = folder.resolve("names.txt");
        run(new ReferenceTally(file));
        if (ReferenceFolder.present()) {
            assertThat(Files.readAllLines(file)).containsExactly(Sample.class.getName() + ".isCounted");
        } else {
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void addsToTheNamesOfAnotherProcess(@TempDir Path folder) throws Exception {
        var file = folder.resolve("names.txt");
        Files.writeString(file, "earlier\n");
        run(new ReferenceTally(file));
        assertThat(Files.readAllLines(file)).contains("earlier").hasSize(ReferenceFolder.present() ? 2 : 1);
    }

    private static void run(ReferenceTally tally) {
        var quiet = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(tally)
                .build();
        LauncherFactory.create(quiet)
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(Sample.class))
                        .configurationParameter(ASKED, "yes")
                        .build());
    }
}
