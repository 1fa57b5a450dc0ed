package org.socialobservatory.api.page.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.dataset.EditionPage.FindingGroup;
import org.socialobservatory.api.page.dataset.EditionPage.FindingLine;
import org.socialobservatory.api.page.dataset.EditionPage.GateCount;
import org.socialobservatory.api.page.dataset.EditionPage.GateTable;
import org.socialobservatory.api.page.dataset.EditionPage.Resource;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.ingest.gate.GateCounts;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.FindingRule;

/** Tells what an edition is: its origin, what was found in it, what the gate let through, what it changed. */
final class EditionReport {

    /** Findings of one rule that the page spells out; all of them are counted. */
    private static final int MOST_EXAMPLES = 20;

    private EditionReport() {}

    static EditionPage of(Visit visit, PublishedDataset published) {
        var edition = published.edition();
        return new EditionPage(
                DatasetLines.line(visit, published),
                DatasetLines.line(visit, edition),
                edition.packageHash(),
                edition.publishedAt().toString(),
                newest(visit, edition),
                DatasetLines.licenses(published),
                DatasetLines.sources(published),
                published.definitions().resources().stream()
                        .map(file -> new Resource(file.name(), file.path(), file.sha256(), file.role(), file.rows()))
                        .toList(),
                findings(visit, published.findings()),
                gate(visit, published.gateCounts()),
                visit.snapshot()
                        .editionBefore(edition)
                        .map(before ->
                                LargestChanges.between(visit, visit.snapshot().open(before), published))
                        .orElse(null),
                visit.provenance(List.of(published)));
    }

    private static int newest(Visit visit, Edition edition) {
        return visit.snapshot()
                .dataset(edition.dataset())
                .map(published -> published.edition().number())
                .orElse(edition.number());
    }

    private static GateTable gate(Visit visit, GateCounts counts) {
        var levels = levels(visit, counts);
        return new GateTable(
                levels.stream()
                        .map(level -> new Named(level, visit.names().level(level)))
                        .toList(),
                counts.byRule().entrySet().stream()
                        .map(count -> new GateCount(
                                count.getKey(),
                                gateRule(visit, count.getKey()),
                                count.getValue(),
                                levels.stream()
                                        .map(level -> counts.byLevel()
                                                .getOrDefault(count.getKey() + GateCounts.OF_LEVEL + level, 0L))
                                        .toList()))
                        .toList());
    }

    /** The levels of area that the gate counted, the one with the fewest areas first. */
    private static List<String> levels(Visit visit, GateCounts counts) {
        var areas = visit.snapshot().territory().areas().stream()
                .collect(Collectors.groupingBy(Area::level, Collectors.counting()));
        return counts.byLevel().keySet().stream()
                .map(key -> key.substring(key.indexOf(GateCounts.OF_LEVEL) + 1))
                .filter(level -> !level.isEmpty())
                .distinct()
                .sorted(Comparator.comparingLong((String level) -> areas.getOrDefault(level, 0L))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static String gateRule(Visit visit, String rule) {
        var key = "gate." + rule;
        return visit.wording().knows(key) ? visit.wording().say(key) : rule;
    }

    private static List<FindingGroup> findings(Visit visit, List<Finding> findings) {
        var byRule = new LinkedHashMap<FindingRule, List<Finding>>();
        findings.forEach(finding ->
                byRule.computeIfAbsent(finding.rule(), _ -> new ArrayList<>()).add(finding));
        return byRule.entrySet().stream()
                .map(group -> new FindingGroup(
                        group.getKey().code(),
                        group.getKey().severity().code(),
                        visit.names().code("severity", group.getKey().severity().code()),
                        group.getValue().size(),
                        group.getValue().stream()
                                .limit(MOST_EXAMPLES)
                                .map(finding -> line(visit, finding))
                                .toList()))
                .toList();
    }

    private static FindingLine line(Visit visit, Finding finding) {
        var language = visit.wording().language();
        return new FindingLine(
                finding.place().resource(),
                finding.place().sheet(),
                finding.place().row(),
                finding.place().column(),
                finding.value(),
                finding.sentence(language),
                finding.remedy(language));
    }
}
