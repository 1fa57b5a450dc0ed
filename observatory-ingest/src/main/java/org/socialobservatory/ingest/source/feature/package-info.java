/**
 * Files of features: GeoJSON, Shapefile, GeoPackage. May know {@code source}.
 */
@NullMarked
package org.socialobservatory.ingest.source.feature;

import org.jspecify.annotations.NullMarked;
