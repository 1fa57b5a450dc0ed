package org.socialobservatory.ingest.mapping.description;

import java.util.List;
import java.util.Set;
import org.socialobservatory.ontology.cube.Dataset;

/**
 * What a package says of itself.
 *
 * @param reason why the edition exists, empty where it is not said
 * @param resources those that can be read, in order
 * @param personal paths of files with answers of persons, which are never kept as they are
 */
public record PackageDescription(
        Dataset dataset, String reason, List<ResourceDescription> resources, Set<String> personal) {
    public PackageDescription {
        resources = List.copyOf(resources);
        personal = Set.copyOf(personal);
    }
}
