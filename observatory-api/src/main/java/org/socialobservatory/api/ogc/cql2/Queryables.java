package org.socialobservatory.api.ogc.cql2;

import java.util.Optional;

/**
 * The properties that a filter may name.
 *
 * @param <F> a feature
 */
public interface Queryables<F> {

    Optional<Queryable<F>> find(String name);

    /** All names, for who wrote another one. */
    Iterable<String> names();
}
