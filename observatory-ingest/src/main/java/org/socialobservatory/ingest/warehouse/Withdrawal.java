package org.socialobservatory.ingest.warehouse;

import java.time.Instant;
import org.socialobservatory.ontology.edition.Edition;

/**
 * That an edition was withdrawn.
 *
 * @param sequence position among all publications and withdrawals of the installation
 * @param at to the second, UTC
 * @param reason why, for every reader of the edition's address
 */
public record Withdrawal(Edition.Id edition, long sequence, Instant at, String reason) {}
