package org.socialobservatory.ingest.estimate.design;

import java.util.ArrayList;
import java.util.List;
import org.socialobservatory.ingest.estimate.design.UnusableDesign.Fault;
import org.socialobservatory.ingest.estimate.design.UnusableDesign.Kind;

/**
 * What the column of the finite population says: all values at most 1 are the fractions drawn; all at least 1 are the
 * units in the population of the stratum; a mixture is neither.
 */
public final class Fractions {

    private final boolean stated;
    private final boolean shares;
    private final boolean mixed;
    private final List<Fault> faults = new ArrayList<>();

    /**
     * Looks at the column as a whole.
     *
     * @param stated whether the column has values
     */
    public Fractions(boolean stated, double least, double greatest) {
        this.stated = stated;
        shares = greatest <= 1;
        if (stated && (!(least > 0) || Double.isInfinite(greatest) || Double.isNaN(greatest))) {
            faults.add(Fault.of(Kind.FPC_MIXED, least));
        } else if (stated && least < 1 && greatest > 1) {
            faults.add(Fault.of(Kind.FPC_MIXED, least + " … " + greatest));
        }
        mixed = !faults.isEmpty();
    }

    /** The fraction of one stratum; a fault is kept until {@link #check()}. */
    public double of(String stratum, int clusters, double least, double greatest) {
        if (!stated || mixed) {
            return 0;
        }
        if (least != greatest) {
            faults.add(Fault.of(Kind.FPC_DIFFERS, stratum, least, greatest));
            return 0;
        }
        if (shares) {
            return least;
        }
        if (least < clusters) {
            faults.add(Fault.of(Kind.FPC_TOO_SMALL, stratum, least, clusters));
            return 0;
        }
        return clusters / least;
    }

    /** Refuses what was found. */
    public void check() {
        if (!faults.isEmpty()) {
            throw new UnusableDesign(faults);
        }
    }
}
