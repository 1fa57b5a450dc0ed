package org.socialobservatory.ontology.edition;

import java.util.List;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.AreaVersion;
import org.socialobservatory.ontology.area.TerritorialChange;
import org.socialobservatory.ontology.cube.CodeList;
import org.socialobservatory.ontology.cube.Dataset;
import org.socialobservatory.ontology.indicator.Composite;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.meeting.Meeting;
import org.socialobservatory.ontology.resource.Place;
import org.socialobservatory.ontology.survey.Study;

/**
 * What an edition says beside its cells, each list in order of code.
 *
 * @param dimensions names of the breakdown dimensions that the dataset has, sorted
 * @param areas the package's own statements of areas
 * @param codeLists the package's own code lists
 * @param studies whose answers the package brought, in the order of its resources
 * @param composites how the indices of areas are composed, in the order of the package
 * @param meetings that were held
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
        List<Place> places,
        List<Study> studies,
        List<Composite> composites,
        List<Meeting> meetings) {
    public Definitions {
        dimensions = List.copyOf(dimensions);
        resources = List.copyOf(resources);
        areas = List.copyOf(areas);
        areaVersions = List.copyOf(areaVersions);
        changes = List.copyOf(changes);
        indicators = List.copyOf(indicators);
        codeLists = List.copyOf(codeLists);
        places = List.copyOf(places);
        // Editions of before there were studies, composites or meetings do not say that they have none.
        studies = studies == null ? List.of() : List.copyOf(studies);
        composites = composites == null ? List.of() : List.copyOf(composites);
        meetings = meetings == null ? List.of() : List.copyOf(meetings);
    }

    /** Without meetings. */
    public Definitions(
            Dataset dataset,
            List<String> dimensions,
            List<SourceResource> resources,
            List<Area> areas,
            List<AreaVersion> areaVersions,
            List<TerritorialChange> changes,
            List<Indicator> indicators,
            List<CodeList> codeLists,
            List<Place> places,
            List<Study> studies,
            List<Composite> composites) {
        this(
                dataset,
                dimensions,
                resources,
                areas,
                areaVersions,
                changes,
                indicators,
                codeLists,
                places,
                studies,
                composites,
                List.of());
    }

    /** Without indices of areas. */
    public Definitions(
            Dataset dataset,
            List<String> dimensions,
            List<SourceResource> resources,
            List<Area> areas,
            List<AreaVersion> areaVersions,
            List<TerritorialChange> changes,
            List<Indicator> indicators,
            List<CodeList> codeLists,
            List<Place> places,
            List<Study> studies) {
        this(
                dataset,
                dimensions,
                resources,
                areas,
                areaVersions,
                changes,
                indicators,
                codeLists,
                places,
                studies,
                List.of());
    }

    /** Without answers of anybody. */
    public Definitions(
            Dataset dataset,
            List<String> dimensions,
            List<SourceResource> resources,
            List<Area> areas,
            List<AreaVersion> areaVersions,
            List<TerritorialChange> changes,
            List<Indicator> indicators,
            List<CodeList> codeLists,
            List<Place> places) {
        this(dataset, dimensions, resources, areas, areaVersions, changes, indicators, codeLists, places, List.of());
    }
}
