package org.socialobservatory.api.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.socialobservatory.ingest.mapping.Known;
import org.socialobservatory.ingest.mapping.Published;
import org.socialobservatory.ingest.mapping.RowFindings;
import org.socialobservatory.ingest.mapping.description.DescriptionReader;
import org.socialobservatory.ingest.mapping.description.Responses;
import org.socialobservatory.ingest.mapping.description.Tables;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.PackageFiles;
import org.socialobservatory.ingest.vault.Answers;
import org.socialobservatory.ingest.vault.Vault;
import org.socialobservatory.ingest.vault.VaultTable;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.Vocabulary;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.indicator.Catalogue;

/** The {@link BigSurvey} as a city would bring it: a data package with its answers as CSV. */
final class BigIntake {

    private final Path folder;

    private BigIntake(Path folder) {
        this.folder = folder;
    }

    static BigIntake write(BigSurvey survey, Path folder) throws IOException {
        Files.createDirectories(folder);
        survey.writeCsv(folder.resolve("persons.csv"));
        Files.writeString(folder.resolve("datapackage.yaml"), text("big-survey-package.yaml"));
        Files.writeString(folder.resolve("town.csv"), "code,name\ntown,Town\n");
        Files.writeString(
                folder.resolve("areas.csv"),
                IntStream.range(0, BigSurvey.AREAS)
                        .mapToObj(area -> "area-" + area + ",Area " + area + "\n")
                        .collect(Collectors.joining("", "code,name\n", "")));
        Files.writeString(folder.resolve("indicators.yaml"), indicators());
        return new BigIntake(folder);
    }

    /** What {@link BigSurvey#estimate} estimates, as an agent would write it. */
    private static String indicators() {
        var text = new StringBuilder("""
                dimensions:
                  sex: {variable: sex, codes: {F: F, M: M}}
                  age: {variable: age, bands: [0, 5, 15, 25, 60]}
                indicators:
                """);
        for (int share = 0; share < BigSurvey.SHARES; share++) {
            text.append(
                    "  - {code: share-%d, kind: proportion, unit: percent, universe: age >= %d, condition: question%d = 'true', "
                            .formatted(share, 5 + share, share));
            finish(text, "Share " + share);
        }
        for (int mean = 0; mean < BigSurvey.MEANS; mean++) {
            text.append("  - {code: mean-%d, kind: mean, unit: number, value: amount%d, ".formatted(mean, mean));
            finish(text, "Mean " + mean);
        }
        return text.toString();
    }

    private static void finish(StringBuilder text, String label) {
        text.append("breakdowns: [[], [sex], [age], [sex, age]], label: {fr: %s, ar: %s, en: %s}}%n"
                .formatted(label, label, label));
    }

    Path folder() {
        return folder;
    }

    Path persons() {
        return folder.resolve("persons.csv");
    }

    /** Reads the answers into a vault and lets them go; returns how many there were. */
    long read(Path data) throws IOException {
        Files.createDirectories(data);
        var findings = new Findings();
        try (var files = PackageFiles.open(folder, findings);
                var staging = Vault.in(data).stage()) {
            var resource = DescriptionReader.read(files, findings).orElseThrow().resources().stream()
                    .filter(one -> one.meaning() instanceof Responses)
                    .findFirst()
                    .orElseThrow();
            var rows = new RowFindings(resource, Place.of(resource.name()));
            var table = Tables.openAnswers(resource.file(), resource.dialect(), rows.place(), files, rows.findings())
                    .orElseThrow();
            var source =
                    new Answers.Source(new Answers.Described(resource, (Responses) resource.meaning(), rows), table);
            var territory = territory();
            var known = new Known(nothing(), territory.areas(), List.of(), List.of());
            var read = Answers.read(List.of(source), "big-survey", known, territory, staging);
            return read.tables().stream().mapToLong(VaultTable::rows).sum();
        }
    }

    private static Published nothing() {
        var vocabulary = Vocabulary.load();
        return new Published(
                Territory.empty(),
                new Catalogue(vocabulary.indicators(), vocabulary.codeLists(), List.of(), List.of()),
                (_, _) -> {});
    }

    private static Territory territory() {
        var builder = Territory.empty().extended();
        builder.state(new Area("town", "town", null, Multilingual.none()));
        for (int area = 0; area < BigSurvey.AREAS; area++) {
            builder.state(new Area("area-" + area, "quartier", "town", Multilingual.none()));
        }
        return builder.build();
    }

    static String text(String name) throws IOException {
        try (var in = BigIntake.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
