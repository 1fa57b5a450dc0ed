package org.socialobservatory.api.snapshot.rdf.description;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.cube.CodeList;
import org.socialobservatory.ontology.cube.Concept;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.period.Period;

/**
 * What packages define and what their cells use: indicators, codes, dimensions and periods, beside the datasets and
 * editions of {@link EditionDescription}. What is shared by all installations is described in the ontology graph.
 */
public final class CatalogueDescription {

    private static final Multilingual TOTAL = Multilingual.of("Ensemble", "المجموع", "Total");

    private final Snapshot snapshot;
    private final Names names;
    private final Describing say = new Describing();

    private CatalogueDescription(Snapshot snapshot, Names names) {
        this.snapshot = snapshot;
        this.names = names;
    }

    public static Graph of(Snapshot snapshot, Names names) {
        var description = new CatalogueDescription(snapshot, names);
        var standing = Standing.of(snapshot.datasets().values());
        description.indicators(standing.indicators());
        description.codes(standing.codes());
        standing.codes().keySet().forEach(description::dimension);
        standing.periods().forEach(description::period);
        new EditionDescription(snapshot, names, description.say).describe();
        new StudyDescription(snapshot, names, description.say).describe();
        new CompositeDescription(snapshot, names, description.say).describe();
        return description.say.done();
    }

    private void indicators(Set<String> used) {
        var catalogue = snapshot.catalogue();
        var codes = new LinkedHashSet<>(used);
        catalogue.indicators().forEach(indicator -> codes.add(indicator.code()));
        codes.removeIf(catalogue::isShared);
        for (String code : codes) {
            var subject = names.indicator(code);
            say.type(subject, Terms.CONCEPT, Terms.INDICATOR_CLASS)
                    .text(subject, Terms.NOTATION, code)
                    .link(subject, Terms.IN_SCHEME, names.indicatorScheme());
            catalogue.indicator(code).ifPresent(indicator -> indicator(subject, indicator));
        }
    }

    private void indicator(Node subject, Indicator indicator) {
        say.texts(subject, Terms.PREF_LABEL, indicator.labels())
                .texts(subject, Terms.DEFINITION, indicator.definition())
                .texts(subject, Terms.obs("formula"), indicator.formula())
                .texts(subject, Terms.obs("universe"), indicator.universe())
                .link(subject, Terms.obs("unit"), names.concept("unit", indicator.unit()))
                .link(
                        subject,
                        Terms.obs("kind"),
                        names.concept("indicator-kind", indicator.kind().code()))
                .link(
                        subject,
                        Terms.obs("counts"),
                        names.concept("counts", indicator.counts().code()))
                .link(
                        subject,
                        Terms.obs("direction"),
                        names.concept("direction", indicator.direction().code()))
                .number(subject, Terms.obs("target"), indicator.target());
        Optional.ofNullable(indicator.theme())
                .ifPresent(theme -> say.link(subject, Terms.obs("theme"), names.concept("theme", theme)));
        Optional.ofNullable(indicator.sdg())
                .ifPresent(
                        goal -> say.link(subject, Terms.obs("sdg"), Names.uri("http://metadata.un.org/sdg/" + goal)));
        Optional.ofNullable(indicator.sameAs())
                .ifPresent(code -> say.link(subject, Terms.EXACT_MATCH, names.indicator(code)));
        Optional.ofNullable(indicator.closeTo())
                .ifPresent(code -> say.link(subject, Terms.CLOSE_MATCH, names.indicator(code)));
    }

    /** The codes that the vocabulary lacks, stated in a package's list or only used. */
    private void codes(Map<String, Set<String>> usedInCells) {
        var used = new LinkedHashMap<String, Set<String>>();
        usedInCells.forEach((scheme, codes) -> {
            var all = new LinkedHashSet<>(codes);
            all.add(Codes.totalOf(scheme));
            used.put(scheme, all);
        });
        snapshot.territory().areas().forEach(area -> use(used, "level", area.level()));
        snapshot.territory().changes().forEach(change -> use(used, "change-kind", change.kind()));
        snapshot.datasets()
                .values()
                .forEach(dataset ->
                        dataset.definitions().places().forEach(place -> use(used, "place-kind", place.kind())));
        snapshot.catalogue()
                .codeLists()
                .forEach(list -> list.concepts().forEach(concept -> use(used, list.scheme(), concept.code())));
        used.forEach(this::scheme);
    }

    private static void use(Map<String, Set<String>> used, String scheme, String code) {
        used.computeIfAbsent(scheme, _ -> new LinkedHashSet<>()).add(code);
    }

    private void scheme(String scheme, Set<String> codes) {
        var list = snapshot.catalogue().codeList(scheme);
        if (!names.isSharedScheme(scheme)) {
            var subject = names.scheme(scheme);
            say.type(subject, Terms.CONCEPT_SCHEME)
                    .text(subject, Terms.NOTATION, scheme)
                    .texts(subject, Terms.PREF_LABEL, list.map(CodeList::labels).orElseGet(Multilingual::none));
        }
        for (String code : codes) {
            if (!names.isSharedConcept(scheme, code)) {
                concept(scheme, code, list.flatMap(known -> known.concept(code)));
            }
        }
    }

    private void concept(String scheme, String code, Optional<Concept> known) {
        var subject = names.concept(scheme, code);
        say.type(subject, Terms.CONCEPT)
                .text(subject, Terms.NOTATION, code)
                .link(subject, Terms.IN_SCHEME, names.scheme(scheme));
        if (Codes.isTotal(code) && known.isEmpty()) {
            say.texts(subject, Terms.PREF_LABEL, TOTAL);
        }
        known.ifPresent(concept -> {
            say.texts(subject, Terms.PREF_LABEL, concept.labels());
            if (concept.broader() != null) {
                say.link(subject, Terms.BROADER, names.concept(scheme, concept.broader()));
            }
        });
    }

    private void dimension(String name) {
        if (names.isSharedDimension(name)) {
            return;
        }
        var subject = names.dimension(name);
        say.type(subject, Terms.PROPERTY, Terms.DIMENSION_PROPERTY, Terms.CODED_PROPERTY)
                .texts(
                        subject,
                        Terms.RDFS_LABEL,
                        snapshot.catalogue()
                                .codeList(name)
                                .map(CodeList::labels)
                                .orElseGet(Multilingual::none))
                .link(subject, Terms.RANGE, Terms.CONCEPT)
                .link(subject, Terms.CODE_LIST, names.scheme(name));
    }

    private void period(String code) {
        var subject = names.period(code);
        var period = Period.of(code);
        say.type(subject, Terms.PROPER_INTERVAL).text(subject, Terms.NOTATION, code);
        for (var end : List.of(Terms.HAS_BEGINNING, Terms.HAS_END)) {
            boolean first = end.equals(Terms.HAS_BEGINNING);
            var instant = say.part("period/" + code + (first ? "/beginning" : "/end"));
            say.link(subject, end, instant)
                    .type(instant, Terms.INSTANT)
                    .day(instant, Terms.IN_XSD_DATE, first ? period.first() : period.last());
        }
    }
}
