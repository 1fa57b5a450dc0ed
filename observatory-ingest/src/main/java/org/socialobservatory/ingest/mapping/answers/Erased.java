package org.socialobservatory.ingest.mapping.answers;

/** Answers that their persons have asked to erase: when they arrive again they are left out. */
@FunctionalInterface
public interface Erased {

    /** Nobody has asked. */
    Erased NONE = (_, _, _, _) -> false;

    /**
     * Whether an answer was erased.
     *
     * @param unit its key as the vault would have it
     * @param keyed whether the table has keys; else the unit is the number of the row in its file
     * @param source sha-256 of the file
     */
    boolean contains(String resource, String unit, boolean keyed, String source);
}
