package org.socialobservatory.ontology.edition;

import java.util.Locale;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.Term;

/**
 * A file of a package from which an edition was made.
 *
 * @param name name of the resource in the package
 * @param path its path in the package
 * @param sha256 of the file as received, 64 lower-case hexadecimal digits
 * @param role such as {@code observations}
 * @param coverage who was asked; meaningful for observations
 * @param disclosure whether the gate's disclosure rules apply
 * @param rows data rows read
 */
@Term("dcat:Distribution")
public record SourceResource(
        String name, String path, String sha256, String role, Coverage coverage, Disclosure disclosure, long rows) {
    public SourceResource {
        Codes.require(name);
    }

    /** Who was asked; in the order in which a door prefers the figures. */
    public enum Coverage {
        EXHAUSTIVE,
        SAMPLE,
        MODEL;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the disclosure rules of the gate apply. */
    public enum Disclosure {
        APPLY,
        ALREADY_PUBLIC;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
