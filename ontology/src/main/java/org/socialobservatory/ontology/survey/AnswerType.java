package org.socialobservatory.ontology.survey;

/** What kind of answer a question takes (XLSForm, ODK XForms). */
public enum AnswerType {
    TEXT(Variable.Type.TEXT),
    INTEGER(Variable.Type.WHOLE),
    DECIMAL(Variable.Type.NUMBER),
    SELECT_ONE(Variable.Type.TEXT),
    SELECT_MULTIPLE(Variable.Type.TEXTS),
    RANK(Variable.Type.TEXTS),
    DATE(Variable.Type.DAY),
    TIME(Variable.Type.TEXT),
    MOMENT(Variable.Type.TEXT),
    /** Ticked to show that something was read. */
    ACKNOWLEDGE(Variable.Type.TEXT),
    /** A position, a line or a surface on the ground. */
    PLACE(Variable.Type.TEXT),
    /** A picture, a sound, a film, a file: its name. */
    MEDIA(Variable.Type.TEXT),
    BARCODE(Variable.Type.TEXT),
    /** Computed by the form. */
    CALCULATED(Variable.Type.OPEN),
    /** Filled in by the form from elsewhere. */
    HIDDEN(Variable.Type.OPEN),
    /** When an interview began or ended. */
    CLOCK(Variable.Type.TEXT),
    /** The day of the interview. */
    TODAY(Variable.Type.DAY),
    /** Which device, card, number, account or address somebody used. */
    DEVICE(Variable.Type.TEXT),
    /** Read out, not answered. */
    NOTE(null);

    private final Variable.@org.jspecify.annotations.Nullable Type stored;

    AnswerType(Variable.@org.jspecify.annotations.Nullable Type stored) {
        this.stored = stored;
    }

    /** Whether there is an answer at all. */
    public boolean answered() {
        return stored != null;
    }

    /** How answers are stored; of a {@link #NOTE} there are none. */
    public Variable.Type stored() {
        if (stored == null) {
            throw new IllegalStateException("A note has no answer");
        }
        return stored;
    }

    public boolean closed() {
        return this == SELECT_ONE || this == SELECT_MULTIPLE || this == RANK;
    }

    /** Whether somebody is asked, rather than the form or the device telling. */
    public boolean asked() {
        return switch (this) {
            case CALCULATED, HIDDEN, CLOCK, TODAY, DEVICE, NOTE -> false;
            case TEXT,
                    INTEGER,
                    DECIMAL,
                    SELECT_ONE,
                    SELECT_MULTIPLE,
                    RANK,
                    DATE,
                    TIME,
                    MOMENT,
                    ACKNOWLEDGE,
                    PLACE,
                    MEDIA,
                    BARCODE -> true;
        };
    }

    /**
     * Whether an answer tells by its nature who somebody is or where they live: it is never stored, whether the package
     * names it as personal or not.
     */
    public boolean identifying() {
        return this == PLACE || this == MEDIA || this == BARCODE || this == DEVICE;
    }
}
