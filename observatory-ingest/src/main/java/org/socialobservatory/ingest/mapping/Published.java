package org.socialobservatory.ingest.mapping;

import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.indicator.Catalogue;

/**
 * What a package finds when it arrives.
 *
 * @param territory the areas of the editions that stand
 * @param catalogue the base catalogue, extended by the definitions of the editions that stand
 */
public record Published(Territory territory, Catalogue catalogue) {}
