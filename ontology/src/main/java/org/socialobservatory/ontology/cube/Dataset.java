package org.socialobservatory.ontology.cube;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.Term;

/**
 * A published collection of observations with one structure.
 *
 * @param town code of the town that it is about, if one
 * @param publisher who publishes it, if declared
 * @param fictitious whether the figures are invented; then every door says so
 */
@Term("qb:DataSet")
public record Dataset(
        String code,
        Multilingual title,
        @Nullable String town,
        @Nullable Publisher publisher,
        List<License> licenses,
        List<Citation> sources,
        boolean fictitious) {

    public Dataset {
        Codes.require(code);
        licenses = List.copyOf(licenses);
        sources = List.copyOf(sources);
    }

    /** The actor that answers for a dataset. */
    @Term("org:FormalOrganization")
    public record Publisher(String code, Multilingual name) {}

    /** A licence by its short name, such as {@code CC-BY-4.0}, with its title and address where given. */
    @Term("dcterms:LicenseDocument")
    public record License(
            String name, @Nullable String title, @Nullable String path) {}

    /** Where the data come from. */
    @Term("dcterms:BibliographicResource")
    public record Citation(String title, @Nullable String path) {}
}
