package org.socialobservatory.ontology.edition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.Term;

/**
 * A dated, immutable, numbered publication of a dataset.
 *
 * @param dataset code of the dataset
 * @param number from 1, never used twice
 * @param sequence position among all publications and withdrawals of the installation, from 1
 * @param publishedAt to the second, UTC
 * @param author who published it
 * @param reason why it exists
 * @param packageHash sha-256 of the package
 * @param contentHash sha-256 of the canonical content
 * @param cells how many cells it holds, withheld and missing ones counted
 * @param withdrawn the reason why it was withdrawn, null while it stands
 * @param sourceErased whether answers from which it was estimated have been erased since; its cells stay
 */
@Term("obs:Edition")
public record Edition(
        String dataset,
        int number,
        long sequence,
        Instant publishedAt,
        String author,
        String reason,
        String packageHash,
        String contentHash,
        long cells,
        @Nullable String withdrawn,
        boolean sourceErased) {
    public Edition {
        Codes.require(dataset);
        if (number < 1) {
            throw new IllegalArgumentException("Editions are numbered from 1");
        }
    }

    /** An edition whose sources are whole. */
    public Edition(
            String dataset,
            int number,
            long sequence,
            Instant publishedAt,
            String author,
            String reason,
            String packageHash,
            String contentHash,
            long cells,
            @Nullable String withdrawn) {
        this(dataset, number, sequence, publishedAt, author, reason, packageHash, contentHash, cells, withdrawn, false);
    }

    public Id id() {
        return new Id(dataset, number);
    }

    /** This edition, withdrawn for a reason. */
    public Edition withdrawn(String why) {
        return new Edition(
                dataset,
                number,
                sequence,
                publishedAt,
                author,
                reason,
                packageHash,
                contentHash,
                cells,
                why,
                sourceErased);
    }

    /** This edition as it was when it was published. */
    public Edition standing() {
        return new Edition(
                dataset, number, sequence, publishedAt, author, reason, packageHash, contentHash, cells, null);
    }

    public boolean isWithdrawn() {
        return withdrawn != null;
    }

    /** Names an edition. */
    public record Id(String dataset, int number) {
        @Override
        public String toString() {
            return dataset + "/" + number;
        }
    }
}
