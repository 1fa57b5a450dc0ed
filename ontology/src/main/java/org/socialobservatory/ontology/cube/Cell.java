package org.socialobservatory.ontology.cube;

import org.socialobservatory.ontology.Term;

/**
 * One cell of a dataset, with what it says and where that was read.
 *
 * @param origin where in the package it was read
 */
@Term("qb:Observation")
public record Cell(CellKey key, Observed observed, Origin origin) {

    /**
     * The place of a cell in its package.
     *
     * @param resource index into {@link org.socialobservatory.ontology.edition.Definitions#resources()}
     * @param row line of the file or row of the sheet, from 1, the header included
     */
    public record Origin(int resource, int row) {}
}
