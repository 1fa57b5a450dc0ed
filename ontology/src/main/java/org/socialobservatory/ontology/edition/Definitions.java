package org.socialobservatory.ontology.edition;

import java.util.List;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.AreaVersion;
import org.socialobservatory.ontology.area.TerritorialChange;
import org.socialobservatory.ontology.cube.CodeList;
import org.socialobservatory.ontology.cube.Dataset;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.resource.Place;

/**
 * What an edition says beside its cells, each list in order of code.
 *
 * @param dimensions names of the breakdown dimensions that the dataset has, sorted
 * @param areas the package's own statements of areas
 * @param codeLists the package's own code lists
 */
public record Definitions(
        Dataset dataset,
        List<String> dimensions,
        List<SourceResource> resources,
        List<Area> areas,
        List<AreaVersion> areaVersions,
        List<TerritorialChange> changes,
        List<Indicator> indicators,
        List<CodeList> codeLists,
        List<Place> places) {
    public Definitions {
        dimensions = List.copyOf(dimensions);
        resources = List.copyOf(resources);
        areas = List.copyOf(areas);
        areaVersions = List.copyOf(areaVersions);
        changes = List.copyOf(changes);
        indicators = List.copyOf(indicators);
        codeLists = List.copyOf(codeLists);
        places = List.copyOf(places);
    }
}
