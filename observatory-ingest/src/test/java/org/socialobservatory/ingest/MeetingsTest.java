package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialobservatory.ingest.Town.Read;
import org.socialobservatory.ingest.mapping.Published;
import org.socialobservatory.ingest.warehouse.ContentHash;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.meeting.Attendance;
import org.socialobservatory.ontology.meeting.Decision;
import org.socialobservatory.ontology.meeting.Meeting;
import org.socialobservatory.ontology.meeting.Priority;
import org.socialobservatory.ontology.meeting.ShownFigure;
import org.socialobservatory.ontology.meeting.Verdict;

/** A package that tells of meetings, from its tables to its edition. */
class MeetingsTest {

    private static final String PACKAGE = "datapackage.yaml";

    private static final String DESCRIPTION = """
            name: bourg-reunions
            title: {fr: Réunions, ar: اجتماعات, en: Meetings}
            licenses: [{name: CC0-1.0}]
            resources:
              - {name: reunions, path: reunions.csv, observatory: {role: meetings}}
              - {name: presences, path: presences.csv, observatory: {role: meetings, part: attendance}}
              - {name: chiffres, path: chiffres.csv, observatory: {role: meetings, part: figures}}
              - {name: priorites, path: priorites.csv, observatory: {role: meetings, part: priorities}}
              - {name: decisions, path: decisions.csv, observatory: {role: meetings, part: decisions}}
            """;

    private static final String READERS = "bourg-neuf-2024/lecteurs/port/2024/sex=F";

    @TempDir
    private Path folder;

    @TempDir
    private Path town;

    private Published published = Town.NOTHING;

    @BeforeEach
    void publishTheTown() {
        published = town();
    }

    private Published published() {
        return published;
    }

    private Town meetings() {
        return Town.at(folder)
                .write(PACKAGE, DESCRIPTION)
                .write("reunions.csv", """
                        code,name_fr,name_ar,name_en,area,date,language,place,animatrice
                        port-2025,Réunion du Port,اجتماع الميناء,Harbour meeting,port,2025-03-14,ar,Maison de quartier,A. B.
                        """)
                .write("presences.csv", """
                        meeting,sex,age,persons
                        port-2025,F,Y15T24,12
                        port-2025,M,_T,9
                        """)
                .write("chiffres.csv", """
                        meeting,figure,edition,verdict,note,answer
                        port-2025,%s,1,contested,<b>أقل</b> من ذلك dans la rue,Une enquête suivra
                        port-2025,bourg-neuf-2024/habitants/port/2024/_T,1,,,
                        """.formatted(READERS))
                .write("priorites.csv", """
                        meeting,priority,votes
                        port-2025,Éclairer la rue du marché,31
                        """)
                .write("decisions.csv", """
                        meeting,code,decision,votes,responsible,due,done,cites
                        port-2025,d1,Ouvrir un cours,28,Association du Port,2025-09-01,,%s bourg-neuf-2024/habitants/port/2024/_T
                        """.formatted(READERS));
    }

    /** The town, published: one edition, in which the figure of the readers stands. */
    private Published town() {
        try (var read = Town.in(town).read()) {
            var content = read.intake().content().orElseThrow();
            var edition = new Edition(
                    "bourg-neuf-2024",
                    1,
                    1,
                    Instant.EPOCH,
                    "somebody",
                    "",
                    "0".repeat(64),
                    ContentHash.of(content),
                    content.cells().size(),
                    null);
            var base = Town.after(content.definitions());
            var hidden = new Cell(
                    new CellKey("lecteurs", "_T", "2024", "port"), Observed.Withheld.CELL, new Cell.Origin(0, 1));
            return new Published(
                    base.territory(),
                    base.catalogue(),
                    base.editions(),
                    List.of(new Published.Standing(edition, content.definitions(), reader -> {
                        content.cells().forEach(reader);
                        reader.accept(hidden);
                    })));
        }
    }

    private static Meeting only(Read read) {
        assertThat(read.intake().content())
                .as(() -> read.intake().findings().toString())
                .isPresent();
        return read.intake().content().orElseThrow().definitions().meetings().getFirst();
    }

    @Test
    void tellsWhatAMeetingSawSaidAndDecided() {
        try (var read = meetings().read(published())) {
            read.published();
            assertThat(read.intake().content().orElseThrow().cells()).isEmpty();
            var meeting = only(read);
            assertThat(meeting.name())
                    .isEqualTo(Multilingual.of("Réunion du Port", "اجتماع الميناء", "Harbour meeting"));
            assertThat(meeting.date()).isEqualTo(LocalDate.of(2025, 3, 14));
            assertThat(meeting.language()).isEqualTo(Language.AR);
            assertThat(meeting.attendance())
                    .containsExactly(new Attendance("F", "Y15T24", 12), new Attendance("M", "_T", 9));
            assertThat(meeting.persons()).isEqualTo(21);
            assertThat(meeting.figures())
                    .containsExactly(
                            new ShownFigure(
                                    READERS,
                                    1,
                                    Verdict.CONTESTED,
                                    "<b>أقل</b> من ذلك dans la rue",
                                    "Une enquête suivra"),
                            new ShownFigure("bourg-neuf-2024/habitants/port/2024/_T", 1, Verdict.SHOWN, null, null));
            assertThat(meeting.priorities()).containsExactly(new Priority("Éclairer la rue du marché", 31));
            assertThat(meeting.decisions())
                    .containsExactly(new Decision(
                            "d1",
                            "Ouvrir un cours",
                            28,
                            "Association du Port",
                            LocalDate.of(2025, 9, 1),
                            null,
                            List.of(READERS, "bourg-neuf-2024/habitants/port/2024/_T")));
        }
    }

    @Test
    void toldWhereNothingIsPublishedItMeetsEveryRuleOfItsOwn() {
        try (var read = meetings()
                .replace("chiffres.csv", "lecteurs/port/2024/sex=F,1", "lecteurs/port/2025/sex=F,1")
                .replace("chiffres.csv", "habitants/port/2024/_T,1", "habitants/port/2024/_T,3")
                .read(published())) {
            assertThat(read.of(FindingRule.FIGURE_UNPUBLISHED)).hasSize(1);
            assertThat(read.of(FindingRule.EDITION_UNKNOWN))
                    .singleElement()
                    .satisfies(
                            finding -> assertThat(finding.remedy(Language.EN)).contains("bourg-neuf-2024 1"));
        }
        try (var read = meetings().replace("chiffres.csv", READERS, "lecteurs").read(published())) {
            assertThat(read.refusedFor(FindingRule.FIGURE_MALFORMED).value()).isEqualTo("lecteurs");
        }
    }

    @Test
    void keepsColumnsThatItDoesNotKnow() {
        try (var read = meetings().read(published())) {
            assertThat(only(read).properties()).containsExactly(java.util.Map.entry("animatrice", "A. B."));
        }
    }

    @Test
    void takesTheAddressOfAFigureAndOtherNamesOfColumns() {
        var renamed = meetings()
                .replace("chiffres.csv", READERS, "https://observatoire.example/fr/figures/" + READERS)
                .replace("priorites.csv", "priority,votes", "besoin,pastilles")
                .replace(PACKAGE, "part: priorities", "part: priorities, priority: besoin, votes: pastilles");
        try (var read = renamed.read(published())) {
            read.published();
            assertThat(only(read).figures().getFirst().path()).isEqualTo(READERS);
            assertThat(only(read).priorities().getFirst().votes()).isEqualTo(31);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "reunions.csv, ',port,2025', ',porte,2025', AREA_UNKNOWN",
        "reunions.csv, 2025-03-14, 2025-02-30, DATE_MALFORMED",
        "reunions.csv, 2025-03-14, '', CODE_MISSING",
        "reunions.csv, ',ar,', ',es,', CODE_UNKNOWN",
        "presences.csv, 'port-2025,F', 'port-2026,F', MEETING_UNKNOWN",
        "presences.csv, ',12', ',-12', COUNT_NEGATIVE",
        "presences.csv, ',12', ',1.5', TYPE_WRONG",
        "presences.csv, ',12', ',douze', NUMBER_MALFORMED",
        "presences.csv, ',12', ',99999999999', CONSTRAINT_BROKEN",
        "presences.csv, ',F,', ',W,', CODE_UNKNOWN",
        "chiffres.csv, 'lecteurs/port', 'lecteurs', FIGURE_MALFORMED",
        "chiffres.csv, contested, doubted, CODE_UNKNOWN",
        "chiffres.csv, ',1,contested', ',0,contested', CONSTRAINT_BROKEN",
        "priorites.csv, ',31', ',-1', COUNT_NEGATIVE",
        "priorites.csv, ',31', '', ROW_RAGGED",
        "decisions.csv, 2025-09-01, 2025-13-01, DATE_MALFORMED",
        "decisions.csv, bourg-neuf-2024/hab, hab, FIGURE_MALFORMED",
    })
    void refuses(String file, String old, String by, FindingRule rule) {
        try (var read = meetings().replace(file, old, by).read(published())) {
            var finding = read.refusedFor(rule);
            assertThat(finding.place().row()).isNotNull();
            for (var language : Language.values()) {
                assertThat(finding.sentence(language)).doesNotContain("{");
                assertThat(finding.remedy(language)).doesNotContain("{");
            }
        }
    }

    @Test
    void namesTheNearestMeetingsAndAreas() {
        try (var read = meetings()
                .replace("presences.csv", "port-2025,M", "port-2052,M")
                .read(published())) {
            assertThat(read.refusedFor(FindingRule.MEETING_UNKNOWN).remedy(Language.EN))
                    .contains("port-2025");
        }
        try (var read =
                meetings().replace("reunions.csv", ",port,2025", ",porte,2025").read(published())) {
            assertThat(read.refusedFor(FindingRule.AREA_UNKNOWN).remedy(Language.EN))
                    .contains("port");
        }
    }

    @Test
    void refusesAMeetingThatIsToldTwiceInTwoWays() {
        var twice = "port-2025,Autre réunion,اجتماع,Meeting,port,2025-03-15,fr,,";
        try (var read = meetings().append("reunions.csv", twice).read(published())) {
            assertThat(read.refusedFor(FindingRule.CODE_REPEATED).sentence(Language.EN))
                    .contains("row 2");
        }
        try (var read = meetings()
                .append("chiffres.csv", "port-2025," + READERS + ",1,confirmed,,")
                .read(published())) {
            read.refusedFor(FindingRule.CODE_REPEATED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lecteurs/port/2024/sex=F, lecteurs/port/2024/sex=M, FIGURE_UNPUBLISHED",
        "lecteurs/port/2024/sex=F, lecteurs/port/2024/_T, FIGURE_UNPUBLISHED",
        "'sex=F,1', 'sex=F,7', EDITION_UNKNOWN",
        "bourg-neuf-2024/lecteurs, bourg-neuf-2042/lecteurs, EDITION_UNKNOWN",
    })
    void warnsOfAFigureThatNobodyCanSee(String old, String by, FindingRule rule) {
        var town = meetings().replace("chiffres.csv", old, by);
        try (var read = town.read(published())) {
            var finding = read.publishedWith(rule);
            assertThat(finding.sentence(Language.FR)).doesNotContain("{");
            assertThat(only(read).figures()).hasSize(2);
        }
    }

    @Test
    void warnsOfAMeetingThatAnotherDatasetTellsOf() {
        try (var first = meetings().read(published())) {
            var before = published();
            var content = first.intake().content().orElseThrow();
            var elsewhere = new Edition(
                    "archives", 1, 2, Instant.EPOCH, "somebody", "", "1".repeat(64), "1".repeat(64), 0, null);
            var standing = new java.util.ArrayList<>(before.standing());
            standing.add(new Published.Standing(elsewhere, content.definitions(), _ -> {}));
            var both = new Published(before.territory(), before.catalogue(), before.editions(), standing);
            try (var read = meetings().read(both)) {
                assertThat(read.publishedWith(FindingRule.MEETING_ELSEWHERE).sentence(Language.EN))
                        .contains("archives");
            }
        }
    }

    @Test
    void takesLongTextsOfTheRoomButNoBooks() {
        var long120 = "م".repeat(60) + "é".repeat(60);
        try (var read = meetings()
                .replace("priorites.csv", "Éclairer la rue du marché", long120)
                .read(published())) {
            read.published();
            assertThat(only(read).priorities().getFirst().text()).isEqualTo(long120);
        }
        try (var read = meetings()
                .replace("priorites.csv", "Éclairer la rue du marché", "x".repeat(Meeting.LONGEST_TEXT + 1))
                .read(published())) {
            read.refusedFor(FindingRule.CONSTRAINT_BROKEN);
        }
    }
}
