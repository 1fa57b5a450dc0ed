package org.socialobservatory.api.snapshot.rdf.description;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.socialobservatory.api.snapshot.Block.Run;
import org.socialobservatory.api.snapshot.PublishedDataset;

/**
 * What the current editions use, whether or not anybody described it.
 *
 * @param periods codes of periods
 * @param indicators codes of indicators
 * @param codes dimension to its codes, totals left out
 */
record Standing(Set<String> periods, Set<String> indicators, Map<String, Set<String>> codes) {

    static Standing of(Iterable<PublishedDataset> datasets) {
        var periods = new TreeSet<String>();
        var indicators = new TreeSet<String>();
        var codes = new LinkedHashMap<String, Set<String>>();
        for (var dataset : datasets) {
            dataset.definitions()
                    .dimensions()
                    .forEach(dimension -> codes.computeIfAbsent(dimension, _ -> new LinkedHashSet<>()));
            for (Run run : dataset.block().runs()) {
                periods.add(run.period().code());
                indicators.add(run.indicator());
                run.breakdown()
                        .codes()
                        .forEach((dimension, code) -> codes.computeIfAbsent(dimension, _ -> new LinkedHashSet<>())
                                .add(code));
            }
        }
        return new Standing(periods, indicators, codes);
    }
}
