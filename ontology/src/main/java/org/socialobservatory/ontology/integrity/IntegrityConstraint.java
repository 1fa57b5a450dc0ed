package org.socialobservatory.ontology.integrity;

/** The integrity constraints by the names that the recommendation gives them. */
public enum IntegrityConstraint {
    UNIQUE_DATA_SET("ic-1"),
    UNIQUE_STRUCTURE("ic-2"),
    STRUCTURE_INCLUDES_MEASURE("ic-3"),
    DIMENSIONS_HAVE_RANGE("ic-4"),
    CONCEPT_DIMENSIONS_HAVE_CODE_LISTS("ic-5"),
    ONLY_ATTRIBUTES_MAY_BE_OPTIONAL("ic-6"),
    SLICE_KEYS_DECLARED("ic-7"),
    SLICE_KEYS_CONSISTENT("ic-8"),
    UNIQUE_SLICE_STRUCTURE("ic-9"),
    SLICE_DIMENSIONS_COMPLETE("ic-10"),
    ALL_DIMENSIONS_REQUIRED("ic-11"),
    NO_DUPLICATE_OBSERVATIONS("ic-12"),
    REQUIRED_ATTRIBUTES("ic-13"),
    ALL_MEASURES_PRESENT("ic-14"),
    MEASURE_DIMENSION_CONSISTENT("ic-15"),
    SINGLE_MEASURE("ic-16"),
    ALL_MEASURES_IN_MEASURE_CUBE("ic-17"),
    CONSISTENT_DATA_SET_LINKS("ic-18"),
    CODES_FROM_SCHEME("ic-19a"),
    CODES_FROM_COLLECTION("ic-19b"),
    CODES_FROM_HIERARCHY("ic-20"),
    CODES_FROM_INVERSE_HIERARCHY("ic-21");

    private final String code;

    IntegrityConstraint(String code) {
        this.code = code;
    }

    /** As the recommendation counts them, {@code ic-12}. */
    public String code() {
        return code;
    }
}
