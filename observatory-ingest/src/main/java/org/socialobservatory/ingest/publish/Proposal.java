package org.socialobservatory.ingest.publish;

import java.util.Optional;
import org.socialobservatory.ingest.Intake;
import org.socialobservatory.ontology.edition.Edition;

/**
 * What publishing a package would do. Its files can be read until it is closed.
 *
 * @param intake what was read
 * @param former the newest edition of the dataset that stands, if any
 * @param difference from the former edition; all cells are new where there is none
 * @param meetings how those differ that are told of
 */
public record Proposal(Intake intake, Optional<Edition> former, Difference difference, MeetingDifference meetings)
        implements AutoCloseable {

    /** Whether the package may be published. */
    public boolean isAcceptable() {
        return intake.content().isPresent();
    }

    /** Whether the former edition was made of this very package, so that there is nothing to publish. */
    public boolean isPublishedAlready() {
        return isAcceptable()
                && former.filter(edition -> edition.packageHash().equals(intake.packageHash()))
                        .isPresent();
    }

    @Override
    public void close() {
        intake.close();
    }
}
