package org.socialobservatory.ontology.finding;

import java.util.Locale;

/** What a finding does to the edition: an error stops it, a warning is published with it. */
public enum Severity {
    ERROR,
    WARNING,
    INFO;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
