package org.socialobservatory.api.diagnostic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.PerSnapshot;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.area.Area;

/**
 * What the published figures say of an area, each indicator once. All doors that judge figures of an area take this, so
 * that page, sheet, meeting and data form say the same.
 *
 * @param lines in order of the code under which they are shown
 */
public record Diagnostic(Surroundings surroundings, List<Line> lines) {

    /** As many are kept for a snapshot: a town asks for all of its quarters at once. */
    private static final int MOST_KNOWN = 1_000;

    private static final PerSnapshot<Map<Question, Diagnostic>> KNOWN =
            new PerSnapshot<>(_ -> new ConcurrentHashMap<>());

    /** Which area beside which. */
    private record Question(String area, String reference) {}

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
        var reference = surroundings.reference();
        var known = KNOWN.of(snapshot);
        var question = new Question(area.code(), reference == null ? "" : reference.code());
        var answered = known.get(question);
        if (answered == null) {
            answered = new Diagnostic(surroundings, new Examination(snapshot, surroundings).lines());
            if (known.size() < MOST_KNOWN) {
                known.put(question, answered);
            }
        }
        return answered;
    }

    public Optional<Line> line(String indicator) {
        return lines.stream().filter(line -> line.indicator().equals(indicator)).findFirst();
    }
}
