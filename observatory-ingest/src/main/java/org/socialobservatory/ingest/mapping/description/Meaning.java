package org.socialobservatory.ingest.mapping.description;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.edition.SourceResource.Disclosure;

/** What the rows of a resource say. */
public sealed interface Meaning permits Meaning.Statements, Meaning.Observations, Responses, Composites {

    Role role();

    /**
     * Rows that each define one thing: an area, a change, an indicator, a code, a place or a part of a meeting.
     *
     * @param keys that it may say
     * @param bindings key to binding
     * @param texts key to binding by language
     * @param flags keys that are true
     * @param names key to plain code
     * @param plain key to text of the whole resource
     */
    record Statements(
            Role role,
            List<Role.Key> keys,
            Map<String, Binding> bindings,
            Map<String, Map<Language, Binding>> texts,
            Set<String> flags,
            Map<String, String> names,
            Map<String, Multilingual> plain)
            implements Meaning {
        public Statements {
            keys = List.copyOf(keys);
            bindings = Map.copyOf(bindings);
            texts = Map.copyOf(texts);
            flags = Set.copyOf(flags);
            names = Map.copyOf(names);
            plain = Map.copyOf(plain);
        }

        public Optional<Binding> binding(String key) {
            return Optional.ofNullable(bindings.get(key));
        }

        public Map<Language, Binding> text(String key) {
            return texts.getOrDefault(key, Map.of());
        }
    }

    /**
     * Rows that each give one or more cells.
     *
     * @param areaLevel the level that the areas are said to have, if it is said
     * @param periodAs what the column of the period is cut down to, if it is
     * @param measures one for a long table, one for each column of figures of a wide one
     */
    record Observations(
            Coverage coverage,
            Disclosure disclosure,
            Thresholds thresholds,
            Binding area,
            @Nullable String areaLevel,
            Binding period,
            @Nullable PeriodCut periodAs,
            List<Measure> measures)
            implements Meaning {
        public Observations {
            measures = List.copyOf(measures);
        }

        @Override
        public Role role() {
            return Role.OBSERVATIONS;
        }
    }

    /** A figure of a row. */
    record Measure(
            Binding indicator,
            SortedMap<String, Binding> breakdown,
            Binding value,
            @Nullable Binding sampleSize,
            @Nullable Binding standardError,
            @Nullable Binding lower,
            @Nullable Binding upper,
            @Nullable Binding status) {
        public Measure {
            breakdown = Collections.unmodifiableSortedMap(new TreeMap<>(breakdown));
        }
    }

    /**
     * From when on the gate lets a figure through ({@code statistics.md} §5).
     *
     * @param minCount smallest count of an exhaustive source that is shown
     * @param suppressZero whether a count of 0 is hidden too
     * @param minRespondents fewest persons behind a figure that gives its sample size
     */
    record Thresholds(int minCount, boolean suppressZero, int minRespondents) {
        public static final Thresholds DEFAULT = new Thresholds(4, false, 10);
    }

    /** A coarser period in which a date lies. */
    enum PeriodCut {
        YEAR,
        SEMESTER,
        QUARTER,
        MONTH,
        DAY
    }
}
