package org.socialobservatory.api.snapshot;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.cube.Uncertainty;

/** A number that tells something of the error of a figure; a block has a column for each that a cell of it has. */
public enum UncertaintyPart {
    STANDARD_ERROR(Uncertainty::standardError),
    LOWER(Uncertainty::lower),
    UPPER(Uncertainty::upper),
    SAMPLE_SIZE(Uncertainty::sampleSize),
    EFFECTIVE_SAMPLE_SIZE(Uncertainty::effectiveSampleSize),
    DESIGN_EFFECT(Uncertainty::designEffect),
    DEGREES_OF_FREEDOM(Uncertainty::degreesOfFreedom),
    DENOMINATOR(Uncertainty::denominator),
    PARENT_COVARIANCE(Uncertainty::parentCovariance);

    static final List<UncertaintyPart> ALL = List.of(values());

    private final Function<Uncertainty, @Nullable BigDecimal> reader;

    UncertaintyPart(Function<Uncertainty, @Nullable BigDecimal> reader) {
        this.reader = reader;
    }

    public @Nullable BigDecimal of(Uncertainty uncertainty) {
        return reader.apply(uncertainty);
    }
}
