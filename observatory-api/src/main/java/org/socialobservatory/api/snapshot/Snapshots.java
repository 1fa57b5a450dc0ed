package org.socialobservatory.api.snapshot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.warehouse.Warehouse;
import org.socialobservatory.ontology.Iris;
import org.socialobservatory.ontology.Vocabulary;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.indicator.Catalogue;

/** Keeps the current snapshot in step with the warehouse; a new one replaces the old at once, whole. */
public final class Snapshots implements AutoCloseable {

    /** An earlier edition of a census takes as much memory as the census. */
    private static final int HELD = 2;

    private final Warehouse warehouse;
    private final Iris iris;
    private final Vocabulary vocabulary;
    private final List<PreferredDataset> preferred;
    private final Consumer<Snapshot> preparation;
    private final AtomicReference<Snapshot> current = new AtomicReference<>();
    private final Map<Edition.Id, Definitions> definitions = new LinkedHashMap<>();
    private final Map<String, Snapshot> held = new LinkedHashMap<>(4, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Snapshot> eldest) {
            return size() > HELD;
        }
    };
    private Warehouse.@Nullable Subscription subscription;

    public Snapshots(Warehouse warehouse, Iris iris, Vocabulary vocabulary) {
        this(warehouse, iris, vocabulary, List.of(), _ -> {});
    }

    /**
     * Snapshots of which something is made before anybody waits for it.
     *
     * @param preferred which datasets towns prefer
     * @param preparation makes it of each snapshot that takes the place of another, before it does. Of the first one
     *     nothing is made here: the start waits for nothing but the data.
     */
    public Snapshots(
            Warehouse warehouse,
            Iris iris,
            Vocabulary vocabulary,
            List<PreferredDataset> preferred,
            Consumer<Snapshot> preparation) {
        this.warehouse = warehouse;
        this.iris = iris;
        this.vocabulary = vocabulary;
        this.preferred = List.copyOf(preferred);
        this.preparation = preparation;
    }

    /** Loads the first snapshot and follows the warehouse from then on. */
    public synchronized void start() {
        reload();
        subscription = warehouse.onChange(this::reload);
    }

    /** Whether a snapshot has been loaded. */
    public boolean loaded() {
        return current.get() != null;
    }

    public Snapshot current() {
        var snapshot = current.get();
        if (snapshot == null) {
            throw new IllegalStateException("No snapshot has been loaded yet");
        }
        return snapshot;
    }

    /** Brings the snapshot up to the warehouse; blocks of editions that it already holds are kept. */
    public synchronized void reload() {
        var former = current.get();
        long sequence = warehouse.sequence();
        if (former != null && former.id().equals(Long.toString(sequence))) {
            return;
        }
        var editions = warehouse.editions();
        var newest = newest(editions);
        var datasets = new ArrayList<PublishedDataset>();
        for (var edition : newest.values()) {
            datasets.add(
                    former == null
                            ? load(edition)
                            : former.dataset(edition.dataset())
                                    .filter(held -> held.edition().equals(edition))
                                    .orElseGet(() -> load(edition)));
        }
        var next = assemble(Long.toString(sequence), null, editions, datasets, this::definitions);
        if (former != null) {
            preparation.accept(next);
        }
        current.set(next);
    }

    /**
     * A snapshot that also shows an edition that is not published, in the place of its dataset's newest one and numbered
     * as if it were published now.
     */
    public Snapshot preview(Snapshot base, String token, PublishedDataset proposed) {
        int number = base.editions(proposed.code()).stream()
                .mapToInt(Edition::number)
                .max()
                .orElse(0);
        long sequence =
                base.editions().stream().mapToLong(Edition::sequence).max().orElse(0);
        var shown = proposed.renumbered(number + 1, sequence + 1);
        var datasets = new LinkedHashMap<>(base.datasets());
        datasets.put(shown.code(), shown);
        var editions = new ArrayList<>(base.editions());
        editions.add(shown.edition());
        return assemble(
                base.id() + "-" + token,
                token,
                editions,
                List.copyOf(datasets.values()),
                edition -> edition.equals(shown.edition().id()) ? shown.definitions() : definitions(edition));
    }

    /**
     * What a reader sees who stays with editions that were the newest when he began: these are the datasets, and there are
     * no others. All else is as it is now.
     *
     * @param held one of each dataset, none of them withdrawn
     */
    public Snapshot holding(Snapshot base, List<Edition> held) {
        var id = base.id() + held.stream().map(one -> "+" + one.id()).collect(Collectors.joining());
        synchronized (this.held) {
            return this.held.computeIfAbsent(
                    id,
                    _ -> assemble(
                            id,
                            base.preview(),
                            base.editions(),
                            held.stream().map(base::open).toList(),
                            edition -> base.edition(edition.dataset(), edition.number())
                                    .map(base::definitions)
                                    .orElseThrow()));
        }
    }

    private Snapshot assemble(
            String id,
            @Nullable String preview,
            List<Edition> editions,
            List<PublishedDataset> datasets,
            Function<Edition.Id, Definitions> definitions) {
        var standing = new ArrayList<Definitions>();
        var mentioned = new HashSet<String>();
        for (var edition : editions) {
            var said = definitions.apply(edition.id());
            if (!edition.isWithdrawn()) {
                standing.add(said);
                said.areas().forEach(area -> mentioned.add(area.code()));
            }
        }
        datasets.forEach(dataset -> mentioned.addAll(dataset.block().areas()));
        var catalogue = new Catalogue(
                vocabulary.indicators(),
                vocabulary.codeLists(),
                standing.stream().flatMap(said -> said.indicators().stream()).toList(),
                standing.stream().flatMap(said -> said.codeLists().stream()).toList());
        return new Snapshot(
                id,
                preview,
                iris,
                vocabulary,
                territory(editions, mentioned, definitions),
                catalogue,
                editions,
                datasets,
                this::load,
                definitions,
                preferred);
    }

    /** Areas stay as long as an edition that stands states or uses them, or one of the areas below them. */
    private static Territory territory(
            List<Edition> editions, Set<String> mentioned, Function<Edition.Id, Definitions> definitions) {
        var all = Territory.empty().extended();
        for (var edition : editions) {
            var said = definitions.apply(edition.id());
            said.areas().forEach(all::state);
            said.areaVersions().forEach(all::state);
            said.changes().forEach(all::state);
        }
        var whole = all.build();
        var kept = new HashSet<String>();
        for (String code : mentioned) {
            if (whole.contains(code)) {
                kept.add(code);
                whole.ancestors(code).forEach(area -> kept.add(area.code()));
            }
        }
        return kept.size() == whole.areas().size() ? whole : whole.restrictedTo(kept);
    }

    private synchronized Definitions definitions(Edition.Id edition) {
        return definitions.computeIfAbsent(edition, warehouse::definitions);
    }

    private PublishedDataset load(Edition edition) {
        var builder = new BlockBuilder((int) edition.cells());
        warehouse.cells(edition.id(), builder);
        return new PublishedDataset(
                edition,
                warehouse.definitions(edition.id()),
                builder.build(),
                warehouse.findings(edition.id()),
                warehouse.gateCounts(edition.id()));
    }

    /** The newest edition that stands, for each dataset. */
    private static Map<String, Edition> newest(List<Edition> editions) {
        var newest = new LinkedHashMap<String, Edition>();
        for (var edition : editions) {
            if (!edition.isWithdrawn()) {
                newest.merge(edition.dataset(), edition, (one, other) -> one.number() > other.number() ? one : other);
            }
        }
        return newest;
    }

    @Override
    public synchronized void close() {
        if (subscription != null) {
            subscription.close();
        }
    }
}
