package org.socialobservatory.ingest.estimate.ecql;

/** What the answers to a question are, as far as comparing and reckoning with them goes. */
public enum VariableType {
    /** Whole or decimal numbers. */
    NUMBER,
    /** Texts and the codes of a choice. */
    TEXT,
    /** The codes of several choices. */
    CHOICES,
    TRUTH,
    DATE;

    /** The name in findings. */
    public String label() {
        return switch (this) {
            case NUMBER -> "number";
            case TEXT -> "text";
            case CHOICES -> "choices";
            case TRUTH -> "true/false";
            case DATE -> "date";
        };
    }
}
