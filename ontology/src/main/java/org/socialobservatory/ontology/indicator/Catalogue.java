package org.socialobservatory.ontology.indicator;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.socialobservatory.ontology.Iris;
import org.socialobservatory.ontology.cube.CodeList;
import org.socialobservatory.ontology.cube.Concept;

/**
 * The indicators and code lists that an installation knows: those of the base catalogue and those that packages define.
 * A definition of the base catalogue stands; among packages the latest one does.
 */
public final class Catalogue {

    private final Map<String, Indicator> base = new TreeMap<>();
    private final Map<String, Indicator> indicators = new TreeMap<>();
    private final Map<String, CodeList> codeLists = new TreeMap<>();

    /** The base catalogue, extended by the definitions of packages in the order of their publication. */
    public Catalogue(
            List<Indicator> baseIndicators,
            List<CodeList> baseCodeLists,
            List<Indicator> furtherIndicators,
            List<CodeList> furtherCodeLists) {
        furtherIndicators.forEach(indicator -> indicators.put(indicator.code(), indicator));
        baseIndicators.forEach(indicator -> {
            base.put(indicator.code(), indicator);
            indicators.put(indicator.code(), indicator);
        });
        baseCodeLists.forEach(list -> codeLists.put(list.scheme(), list));
        furtherCodeLists.forEach(list -> codeLists.merge(list.scheme(), list, Catalogue::joined));
    }

    private static CodeList joined(CodeList first, CodeList later) {
        var concepts = new LinkedHashMap<String, Concept>();
        first.concepts().forEach(concept -> concepts.put(concept.code(), concept));
        later.concepts().forEach(concept -> concepts.putIfAbsent(concept.code(), concept));
        return new CodeList(first.scheme(), first.labels().completedBy(later.labels()), List.copyOf(concepts.values()));
    }

    /** All indicators in order of code. */
    public Collection<Indicator> indicators() {
        return Collections.unmodifiableCollection(indicators.values());
    }

    public Optional<Indicator> indicator(String code) {
        return Optional.ofNullable(indicators.get(code));
    }

    /** Whether the indicator is one of the base catalogue, which all installations share. */
    public boolean isShared(String code) {
        return base.containsKey(code);
    }

    /** The name of an indicator: the shared one for the base catalogue's, else one of this installation's. */
    public String iri(String code, Iris iris) {
        return isShared(code) ? Iris.sharedIndicator(code) : iris.indicator(code);
    }

    /** The indicator of the base catalogue that an indicator is: itself, or the one that it is declared the same as. */
    public Optional<Indicator> shared(String code) {
        return indicator(code).map(indicator -> base.get(indicator.sameAs() == null ? code : indicator.sameAs()));
    }

    /**
     * The codes under which the figures of an indicator may stand: its own, and those of all indicators declared to be
     * the same catalogue indicator.
     */
    public List<String> synonyms(String code) {
        var same = shared(code).map(Indicator::code);
        if (same.isEmpty()) {
            return List.of(code);
        }
        return indicators.values().stream()
                .filter(indicator -> indicator.code().equals(code)
                        || indicator.code().equals(same.get())
                        || same.get().equals(indicator.sameAs()))
                .map(Indicator::code)
                .toList();
    }

    /** All code lists in order of scheme. */
    public Collection<CodeList> codeLists() {
        return Collections.unmodifiableCollection(codeLists.values());
    }

    public Optional<CodeList> codeList(String scheme) {
        return Optional.ofNullable(codeLists.get(scheme));
    }
}
