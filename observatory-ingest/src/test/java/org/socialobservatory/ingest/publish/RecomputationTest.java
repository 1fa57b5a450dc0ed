package org.socialobservatory.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.socialobservatory.ingest.AnsweredTown;
import org.socialobservatory.ingest.Town;
import org.socialobservatory.ingest.estimate.Estimator;
import org.socialobservatory.ingest.vault.Vault;

class RecomputationTest extends OnAnInstallation {

    @Test
    void givesTheSameCellsFromTheVaultAsFromTheFiles() {
        var town = AnsweredTown.in(folder);
        var first = publish(town);
        var second = publish(town.replace("personnes.csv", "p29,20", "p29,30"));
        for (var edition : List.of(first, second)) {
            assertThat(new Recomputation(installation).of(edition))
                    .isEqualTo(
                            new Recomputation.Outcome.Estimated(Estimator.METHOD, Estimator.METHOD, Difference.NONE));
        }
        assertThat(new Verification(installation, Readers.NONE).run(_ -> {})).isEmpty();
    }

    @Test
    void missesAnswersThatAreGoneOrAltered() throws IOException {
        var edition = publish(AnsweredTown.in(folder));
        var kept = Objects.requireNonNull(Vault.in(data)
                .kept(edition.contentHash())
                .orElseThrow()
                .tables()
                .get("personnes"));
        var verification = new Verification(installation, Readers.NONE);
        Files.writeString(kept.received().location(), "altered");
        assertThat(verification.run(_ -> {}))
                .containsExactly(
                        new Verification.Disagreement(Verification.Fault.ANSWERS_ALTERED, edition.id(), "personnes"));
        Files.delete(kept.location());
        assertThat(verification.run(_ -> {}))
                .containsExactly(
                        new Verification.Disagreement(Verification.Fault.ANSWERS_MISSING, edition.id(), "personnes"));
    }

    @Test
    void hasNothingToSayOfAnEditionWithoutAnswers() {
        var edition = publish(Town.in(folder));
        assertThat(new Recomputation(installation).of(edition))
                .isInstanceOf(Recomputation.Outcome.WithoutAnswers.class);
    }

    @Test
    void saysWhyWhereWhatWasKeptNoLongerGivesAnEdition() throws IOException {
        var edition = publish(AnsweredTown.in(folder));
        var indicators = installation.warehouse().files(edition.id()).stream()
                .filter(file -> file.path().equals("indicateurs.yaml"))
                .findFirst()
                .orElseThrow();
        Files.writeString(
                installation.folder().raw().resolve(indicators.sha256()), "indicators: [{code: x, kind: nonsense}]");
        assertThat(new Recomputation(installation).of(edition))
                .isInstanceOfSatisfying(
                        Recomputation.Outcome.Refused.class,
                        refused -> assertThat(refused.errors()).isNotEmpty());
    }
}
