package org.socialobservatory.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.socialobservatory.ingest.Town;
import org.socialobservatory.ontology.meeting.Meeting;

/** Meetings from their tables to an installation, and again from its files. */
class MeetingsPublishedTest extends OnAnInstallation {

    private static final String TABLE = "reunions.csv";

    private Town meetings() {
        return Town.at(folder)
                .write("datapackage.yaml", """
                        name: bourg-reunions
                        title: {fr: Réunions, ar: اجتماعات, en: Meetings}
                        licenses: [{name: CC0-1.0}]
                        resources:
                          - {name: lieux, path: lieux.csv, observatory: {role: areas, level: quartier, code: code, name: {fr: code, ar: code, en: code}}}
                          - {name: reunions, path: reunions.csv, observatory: {role: meetings}}
                        """)
                .write("lieux.csv", "code\nport\n")
                .write(TABLE, """
                        code,name_fr,name_ar,name_en,area,date
                        port-2025,Réunion,اجتماع,Meeting,port,2025-03-14
                        """);
    }

    @Test
    void anEditionWithoutACellIsPublishedAndTheNextSaysWhatIsNew() {
        var first = publish(meetings());
        assertThat(first.cells()).isZero();
        var changed = meetings()
                .replace(TABLE, "2025-03-14", "2025-03-15")
                .append(TABLE, "port-2026,Réunion,اجتماع,Meeting,port,2026-03-14");
        try (var proposal = publisher().propose(changed.folder(), Progress.SILENT)) {
            assertThat(proposal.isPublishedAlready()).isFalse();
            assertThat(proposal.difference().isNone()).isTrue();
            assertThat(proposal.meetings()).isEqualTo(new MeetingDifference(1, 1, 0));
        }
        assertThat(publish(changed).number()).isEqualTo(2);
        var onlyNew = meetings().write(TABLE, """
                code,name_fr,name_ar,name_en,area,date
                port-2027,Réunion,اجتماع,Meeting,port,2027-03-14
                """);
        try (var proposal = publisher().propose(onlyNew.folder(), Progress.SILENT)) {
            assertThat(proposal.meetings()).isEqualTo(new MeetingDifference(1, 0, 2));
        }
    }

    @Test
    void comesBackFromTheFilesAlone() {
        var edition = publish(meetings());
        reopen();
        assertThat(new Verification(installation, Readers.NONE).run(_ -> {})).isEmpty();
        new Rebuild(installation).run(Readers.NONE);
        assertThat(new Verification(installation, Readers.NONE).run(_ -> {})).isEmpty();
        assertThat(installation.warehouse().definitions(edition.id()).meetings())
                .extracting(Meeting::code)
                .containsExactly("port-2025");
    }
}
