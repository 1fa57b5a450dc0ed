package org.socialobservatory.api.snapshot.meeting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Block;
import org.socialobservatory.api.snapshot.PerSnapshot;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.meeting.Mark.Since;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.meeting.FigurePath;

/**
 * The meetings of which editions that stand tell, and the marks that they leave on figures.
 *
 * <p>A meeting stays as long as one edition that tells of it stands: a package with the meetings of one month need not
 * repeat those of the month before. Told again, it is as the later edition tells it.
 *
 * <p>A figure bears what the <b>newest meeting that spoke of it</b> said (by its day, then by when it was published):
 * confirmed, contested or completed; that it was merely shown is not speaking. The mark is on the observation, whatever
 * the edition: when a later edition publishes another value or interval, it stays until a meeting confirms the new
 * figure or the meeting’s edition is withdrawn, and says about which edition it was and that the figure
 * {@linkplain #since has changed since}. Nobody decides by a computation that a room has been answered.
 */
public final class Meetings {

    private static final PerSnapshot<Meetings> MEETINGS = new PerSnapshot<>(Meetings::new);

    private static final Comparator<Held> OLDEST_FIRST = Comparator.comparing(
                    (Held held) -> held.meeting().date())
            .thenComparingLong(held -> held.edition().sequence())
            .thenComparing(Held::code);

    private final Snapshot snapshot;
    private final Map<String, Held> byCode = new LinkedHashMap<>();
    private final Map<String, Map<CellKey, Mark>> marks = new HashMap<>();
    private final Map<String, Set<CellKey>> contested = new HashMap<>();
    /** Of editions that were shown and are no longer current: only the cells that were spoken of. */
    private final Map<Edition.Id, Map<CellKey, Observed>> shown = new ConcurrentHashMap<>();

    private Meetings(Snapshot snapshot) {
        this.snapshot = snapshot;
        var told = new HashMap<String, Held>();
        for (var edition : snapshot.editions()) {
            if (!edition.isWithdrawn()) {
                var said = snapshot.definitions(edition);
                said.meetings()
                        .forEach(meeting -> told.put(
                                meeting.code(),
                                new Held(meeting, edition, said.dataset().fictitious())));
            }
        }
        told.values().stream().sorted(OLDEST_FIRST).forEach(this::hear);
        told.values().stream().sorted(OLDEST_FIRST.reversed()).forEach(held -> byCode.put(held.code(), held));
        marks.forEach((dataset, found) -> {
            var keys = new TreeSet<CellKey>();
            found.forEach((key, mark) -> {
                if (mark.contested()) {
                    keys.add(key);
                }
            });
            contested.put(dataset, Set.copyOf(keys));
        });
    }

    public static Meetings of(Snapshot snapshot) {
        return MEETINGS.of(snapshot);
    }

    private void hear(Held held) {
        int ordinal = 0;
        for (var figure : held.meeting().figures()) {
            ordinal++;
            if (figure.verdict().speaks()) {
                var path = figure.figure();
                marks.computeIfAbsent(path.dataset(), _ -> new HashMap<>())
                        .put(path.key(), new Mark(held, figure, ordinal));
            }
        }
    }

    /** The newest first. */
    public Collection<Held> all() {
        return byCode.values();
    }

    public Optional<Held> meeting(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Those of an area and of the areas within it, the newest first. */
    public List<Held> within(String area) {
        if (byCode.isEmpty()) {
            return List.of();
        }
        var areas = new HashSet<String>();
        areas.add(area);
        snapshot.territory().descendants(area).forEach(one -> areas.add(one.code()));
        return byCode.values().stream()
                .filter(held -> areas.contains(held.meeting().area()))
                .toList();
    }

    /** What was said of a figure, whichever edition shows it. */
    public Optional<Mark> mark(PublishedCell cell) {
        var found = marks.get(cell.dataset().code());
        return found == null ? Optional.empty() : Optional.ofNullable(found.get(cell.key()));
    }

    public Optional<Mark> mark(FigurePath figure) {
        return Optional.ofNullable(
                marks.getOrDefault(figure.dataset(), Map.of()).get(figure.key()));
    }

    /** Which cells of a dataset are contested; asked for with every cell, so mostly an empty set. */
    public Set<CellKey> contested(String dataset) {
        return contested.getOrDefault(dataset, Set.of());
    }

    public boolean contested(PublishedDataset dataset, int cell) {
        var keys = contested(dataset.code());
        return !keys.isEmpty() && keys.contains(dataset.block().key(cell));
    }

    /** What became of the figure of a mark between the edition that was shown and one that stands now. */
    public Since since(Mark mark, PublishedDataset now) {
        var key = mark.figure().figure().key();
        if (!(observed(now.block(), key) instanceof Observed.Value after)) {
            return Since.GONE;
        }
        if (mark.figure().edition() == now.edition().number()) {
            return Since.SAME;
        }
        var before = snapshot.edition(now.code(), mark.figure().edition())
                .filter(one -> !one.isWithdrawn())
                .map(this::shownIn)
                .map(cells -> cells.get(key));
        if (before.isEmpty()) {
            return Since.UNKNOWN;
        }
        return before.get() instanceof Observed.Value former && alike(former, after) ? Since.SAME : Since.CHANGED;
    }

    private Map<CellKey, Observed> shownIn(Edition edition) {
        return shown.computeIfAbsent(edition.id(), _ -> {
            var cells = new HashMap<CellKey, Observed>();
            var block = snapshot.open(edition).block();
            for (var key : marks.getOrDefault(edition.dataset(), Map.of()).keySet()) {
                var observed = observed(block, key);
                if (observed != null) {
                    cells.put(key, observed);
                }
            }
            return cells;
        });
    }

    private static @Nullable Observed observed(Block block, CellKey key) {
        var cell = block.find(key);
        return cell.isEmpty() ? null : block.observed(cell.getAsInt());
    }

    private static boolean alike(Observed.Value one, Observed.Value other) {
        return one.number().compareTo(other.number()) == 0
                && same(one.uncertainty().lower(), other.uncertainty().lower())
                && same(one.uncertainty().upper(), other.uncertainty().upper());
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    /** All that was ever said of a figure by meetings that stand, the newest first. */
    public List<Mark> said(FigurePath figure) {
        var path = figure.toString();
        var found = new ArrayList<Mark>();
        for (var held : byCode.values()) {
            int ordinal = 0;
            for (var one : held.meeting().figures()) {
                ordinal++;
                if (one.verdict().speaks() && one.path().equals(path)) {
                    found.add(new Mark(held, one, ordinal));
                }
            }
        }
        return found;
    }
}
