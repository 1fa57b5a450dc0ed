package org.socialobservatory.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.socialobservatory.ingest.AnsweredTown;
import org.socialobservatory.ingest.Town;
import org.socialobservatory.ingest.vault.KeptAnswers;
import org.socialobservatory.ingest.vault.Tombstone;
import org.socialobservatory.ingest.vault.Vault;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.finding.FindingRule;

class ErasureTest extends OnAnInstallation {

    private static final String PACKAGE = "datapackage.yaml";
    private static final String REASON = "Erasure";

    /** Thirty persons who are known by an identity card. */
    private Town town() {
        return AnsweredTown.in(folder)
                .replace(PACKAGE, "schema: {fields:", "schema: {primaryKey: [id], fields:")
                .replace(PACKAGE, "weight: poids", "weight: poids\n      person: id");
    }

    private Erasure erasure() {
        return new Erasure(installation, Clock.systemUTC(), Readers.NONE);
    }

    private Edition erase(String key) {
        var found = erasure().find("bourg-neuf-2024", "personnes", key);
        assertThat(found.isNothing()).isFalse();
        var outcome = erasure().erase(found, REASON, "agent");
        assertThat(outcome).isInstanceOf(Erasure.Outcome.Published.class);
        return ((Erasure.Outcome.Published) outcome).edition();
    }

    private Vault vault() {
        return Vault.in(data);
    }

    private KeptAnswers kept(Edition edition) {
        return vault().kept(edition.contentHash()).orElseThrow();
    }

    private long rows(Edition edition) throws IOException {
        var table = kept(edition).tables().get("personnes");
        assertThat(table).isNotNull();
        try (var lines = Files.lines(table.received().location())) {
            return lines.count() - 1;
        }
    }

    private Observed.Value town(Edition edition, String indicator) {
        var found = new ArrayList<Cell>();
        installation.warehouse().cells(edition.id(), cell -> {
            if (cell.key().indicator().equals(indicator)
                    && cell.key().area().equals("bourg")
                    && cell.key().breakdown().equals("_T")) {
                found.add(cell);
            }
        });
        assertThat(found).hasSize(1);
        return (Observed.Value) found.getFirst().observed();
    }

    @Test
    void publishesAnEditionThatIsEstimatedWithoutTheAnswers() throws IOException {
        var first = publish(town());
        var before = town(first, "age-moyen");
        var second = erase("P29 ");
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.reason()).isEqualTo(REASON);
        var after = town(second, "age-moyen");
        assertThat(before.uncertainty().sampleSize()).isEqualByComparingTo("30");
        assertThat(after.uncertainty().sampleSize()).isEqualByComparingTo("29");
        // p29 is 39 years old and the oldest.
        assertThat(after.number()).isLessThan(before.number());
        assertThat(rows(first)).isEqualTo(29);
        assertThat(rows(second)).isEqualTo(29);
        assertThat(new Verification(installation, Readers.NONE).run(_ -> {})).isEmpty();
    }

    @Test
    void leavesEarlierEditionsTheirCellsAndSaysThatTheirSourceWasErased() {
        var first = publish(town());
        var before = town(first, "age-moyen");
        var second = erase("p3");
        assertThat(installation.warehouse().editions())
                .extracting(Edition::sourceErased)
                .containsExactly(true, false);
        assertThat(town(first, "age-moyen")).isEqualTo(before);
        assertThat(installation.folder().metadata())
                .extracting(metadata -> metadata.erases())
                .containsExactly(List.of(), List.of(1));
        var third = erase("p4");
        assertThat(installation.warehouse().erases(third.id())).containsExactly(1, 2);
        var editions = installation.warehouse().editions();
        new Rebuild(installation).run(Readers.NONE);
        assertThat(installation.warehouse().editions()).isEqualTo(editions);
        assertThat(second.isWithdrawn()).isFalse();
    }

    @Test
    void leavesNothingOfTheAnswersAnywhere() throws IOException {
        var edition = publish(
                town().replace("personnes.csv", "p7,20,nord,i1,port,homme,17,oui", "p7,20,nord,i1,port,homme,113,oui"));
        var former = kept(edition).tables().get("personnes");
        assertThat(former).isNotNull();
        assertThat(Files.readString(former.received().location())).contains(",113,");
        erase("p7");
        assertThat(former.received().location()).doesNotExist();
        try (var files = Files.walk(data.resolve("vault"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain(",113,")
                            .doesNotContain("p7"));
        }
    }

    @Test
    void leavesTheAnswersOutWhenTheirPackageArrivesAgain() {
        var town = town();
        publish(town);
        var second = erase("p29");
        var third = publish(town.replace(PACKAGE, "reason:", "#\nreason:"));
        assertThat(third.number()).isEqualTo(3);
        assertThat(town(third, "age-moyen")).isEqualTo(town(second, "age-moyen"));
        assertThat(installation.warehouse().findings(third.id()))
                .filteredOn(finding -> finding.rule() == FindingRule.ANSWERS_ERASED)
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments()).containsExactly("1"));
    }

    @Test
    void findsNothingByAKeyThatNobodyHas() {
        publish(town());
        assertThat(erasure().find("bourg-neuf-2024", "personnes", "p30").isNothing())
                .isTrue();
        assertThat(erasure().find("bourg-neuf-2024", "menages", "p3").isNothing())
                .isTrue();
        assertThat(erasure().find("elsewhere", "personnes", "p3").isNothing()).isTrue();
    }

    @Test
    void saysThatTwoEditionsTellWhatFewAnswersSaid() {
        publish(town());
        var found = erasure().find("bourg-neuf-2024", "personnes", "p0");
        assertThat(found.isTold()).isTrue();
        for (int i = 1; i < 10; i++) {
            found = found.with(erasure().find("bourg-neuf-2024", "personnes", "p" + i));
        }
        assertThat(found.units()).hasSize(10);
        assertThat(found.isTold()).isFalse();
        assertThat(found.editions()).containsExactly(1);
    }

    @Test
    void erasesFromEditionsThatAreWithdrawnToo() throws IOException {
        var first = publish(town());
        publisher().withdraw(first.id(), "wrong");
        var found = erasure().find("bourg-neuf-2024", "personnes", "p3");
        assertThat(erasure().erase(found, REASON, "agent")).isInstanceOf(Erasure.Outcome.Silent.class);
        assertThat(rows(first)).isEqualTo(29);
        assertThat(installation.warehouse().editions()).hasSize(1);
    }

    @Test
    void erasesNothingWhereNoEditionIsLeftWithoutTheAnswers() throws IOException {
        var town = town().replace(PACKAGE, "cluster: [ilot]", "cluster: [ilot]\n      lonelyPsu: fail")
                .replace("personnes.csv", "p29,20,sud,i7", "p29,20,est,i8")
                .replace("personnes.csv", "p28,10.5,sud,i7", "p28,10.5,est,i9");
        var first = publish(town);
        var found = erasure().find("bourg-neuf-2024", "personnes", "p29");
        assertThat(erasure().erase(found, REASON, "agent"))
                .isInstanceOfSatisfying(
                        Erasure.Outcome.Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(finding -> finding.rule())
                                .containsExactly(FindingRule.STRATUM_LONELY_REFUSED));
        assertThat(rows(first)).isEqualTo(30);
        assertThat(vault().erased().all()).isEmpty();
    }

    @Test
    void finishesWhatACrashHasCutOff() throws IOException {
        var first = publish(town());
        erase("p3");
        var done = vault().erased().all().getFirst();
        var interrupted = new Tombstone(
                done.id(),
                done.dataset(),
                done.resource(),
                erasure().find("bourg-neuf-2024", "personnes", "p4").units(),
                done.sources(),
                done.at(),
                done.reason(),
                false);
        vault().erased().order(interrupted);
        reopen();
        assertThat(rows(first)).isEqualTo(28);
        assertThat(vault().erased().all())
                .singleElement()
                .satisfies(tombstone -> assertThat(tombstone.done()).isTrue());
    }

    @Test
    void forgetsAnErasureWhoseEditionNeverCameToBe() throws IOException {
        var first = publish(town());
        var found = erasure().find("bourg-neuf-2024", "personnes", "p4");
        vault().erased()
                .order(new Tombstone(
                        "0".repeat(64),
                        found.dataset(),
                        found.resource(),
                        found.units(),
                        Set.of(),
                        "2026-01-01T00:00:00Z",
                        REASON,
                        false));
        reopen();
        assertThat(rows(first)).isEqualTo(30);
        assertThat(vault().erased().all()).isEmpty();
    }
}
