package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.socialobservatory.ingest.mapping.Published;
import org.socialobservatory.ingest.vault.Vault;
import org.socialobservatory.ontology.Vocabulary;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.finding.Severity;
import org.socialobservatory.ontology.indicator.Catalogue;
import org.socialobservatory.ontology.reference.ReferenceData;
import org.socialobservatory.ontology.reference.ReferenceFolder;

/** The census of 2024 as it is found. */
class CensusTest {

    private static final Published NOTHING = new Published(
            Territory.empty(),
            new Catalogue(Vocabulary.load().indicators(), Vocabulary.load().codeLists(), List.of(), List.of()));

    @Test
    @ReferenceData
    void readsTheCensusOfSale() {
        try (var intake =
                Ingest.read(ReferenceFolder.path("sale-rgph2024"), NOTHING, Vault.in(Path.of("target", "vault")))) {
            assertThat(intake.count(Severity.ERROR)).isZero();
            assertThat(intake.content().orElseThrow().cells()).hasSize(15_376);
            assertThat(intake.findings().stream().filter(finding -> finding.rule() == FindingRule.DUPLICATE_ROWS))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.arguments()).containsExactly("213", "426"));
        }
    }

    @Test
    @ReferenceData
    void readsTheCensusOfMorocco() {
        try (var intake =
                Ingest.read(ReferenceFolder.path("maroc-rgph2024"), NOTHING, Vault.in(Path.of("target", "vault")))) {
            assertThat(intake.content().orElseThrow().cells()).hasSize(947_932);
        }
    }
}
