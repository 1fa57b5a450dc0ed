package org.socialobservatory.ingest.gate.candidate;

import java.util.Locale;

/** Why a cell is withheld; for the steward alone, since a reader who knew could tell the small cells from the others. */
public enum Reason {
    /** The source withholds it. */
    SOURCE,
    /** Too few persons or households. */
    FEW_RESPONDENTS,
    /** A count of very few. */
    SMALL_COUNT,
    /** One respondent could work out what another contributes. */
    DOMINANCE,
    /** Others could be worked out from it. */
    SECONDARY;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
