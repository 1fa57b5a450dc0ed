package org.socialobservatory.ingest.mapping;

import org.socialobservatory.ontology.area.TerritorialChange;
import org.socialobservatory.ontology.finding.Finding.Place;

/** What one row says of a change of the map. */
public record ChangeStatement(Place place, TerritorialChange change) {}
