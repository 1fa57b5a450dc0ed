package org.socialobservatory.ingest.composite;

import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.area.Territory;

/**
 * What indices are composed in, beside what the package says of them.
 *
 * @param dataset code of the dataset in the making
 * @param town of the dataset; null where it is about no town in particular
 * @param indicators all that a component may name
 * @param territory as it will be with the package
 */
public record Setting(String dataset, @Nullable String town, Indicators indicators, Territory territory) {}
