package org.socialobservatory.api.ogc.cql2;

import java.util.Locale;

/** What a value is, as far as it decides what can be asked of it. */
public enum Kind {
    TEXT,
    NUMBER,
    TRUTH,
    /** A day or an instant. */
    INSTANT,
    INTERVAL,
    SHAPE,
    SEVERAL;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
