package org.socialobservatory.ontology.area;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.socialobservatory.ontology.Term;

/**
 * A dated change of the map: part of one area went to another.
 *
 * @param kind such as {@code split}, {@code merge}, {@code transfer}, {@code rename}
 * @param weight share of the old area's figures that moves, from 0 to 1
 */
@Term("obs:TerritorialChange")
public record TerritorialChange(String from, String to, LocalDate date, String kind, BigDecimal weight) {}
