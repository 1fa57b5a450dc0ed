package org.socialobservatory.api.diagnostic;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.area.Area;

/**
 * What the published figures say of an area, each indicator once. All doors that judge figures of an area take this, so
 * that page, sheet, meeting and data form say the same.
 *
 * @param lines in order of the code under which they are shown
 */
public record Diagnostic(Surroundings surroundings, List<Line> lines) {

    public Diagnostic {
        lines = List.copyOf(lines);
    }

    /**
     * All that the figures of an area say.
     *
     * @param against the area beside which to set them; null for the town
     */
    public static Diagnostic of(Snapshot snapshot, Area area, @Nullable Area against) {
        var surroundings = Surroundings.of(snapshot, area, against);
        return new Diagnostic(surroundings, new Examination(snapshot, surroundings).lines());
    }

    public Optional<Line> line(String indicator) {
        return lines.stream().filter(line -> line.indicator().equals(indicator)).findFirst();
    }
}
