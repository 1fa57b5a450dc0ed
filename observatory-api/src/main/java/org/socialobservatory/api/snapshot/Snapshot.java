package org.socialobservatory.api.snapshot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Iris;
import org.socialobservatory.ontology.Vocabulary;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.indicator.Catalogue;

/**
 * All that the doors say at one moment, immutable: current editions, territory and catalogue. A reader takes one and
 * keeps it to the end of its answer.
 */
public final class Snapshot {

    private static final int FINGERPRINT_BYTES = 5;

    private final String id;
    private final String fingerprint;
    private final @Nullable String preview;
    private final Iris iris;
    private final Vocabulary vocabulary;
    private final Territory territory;
    private final Catalogue catalogue;
    private final List<Edition> editions;
    private final SortedMap<String, PublishedDataset> datasets;
    private final Function<Edition, PublishedDataset> archive;
    private final Function<Edition.Id, Definitions> definitions;
    private final List<String> levels;
    private final Preference preference;
    private final Map<PerSnapshot<?>, Derived> derived = new ConcurrentHashMap<>();

    /** What a feature derived, or will. */
    private static final class Derived {
        private @Nullable Object value;
    }

    /**
     * @param id changes whenever anything that a door says changes
     * @param preview the token of the edition that is shown without being published; null where none is
     * @param editions all editions in order of publication, withdrawn ones too
     * @param datasets the newest edition of each dataset that has one not withdrawn
     * @param archive opens an edition that is not current
     * @param definitions what any edition says beside its cells
     * @param preferred what towns prefer
     */
    Snapshot(
            String id,
            @Nullable String preview,
            Iris iris,
            Vocabulary vocabulary,
            Territory territory,
            Catalogue catalogue,
            List<Edition> editions,
            Collection<PublishedDataset> datasets,
            Function<Edition, PublishedDataset> archive,
            Function<Edition.Id, Definitions> definitions,
            List<PreferredDataset> preferred) {
        this.id = id;
        this.preview = preview;
        this.iris = iris;
        this.vocabulary = vocabulary;
        this.territory = territory;
        this.catalogue = catalogue;
        this.editions = List.copyOf(editions);
        var byCode = new TreeMap<String, PublishedDataset>();
        datasets.forEach(dataset -> byCode.put(dataset.code(), dataset));
        this.datasets = Collections.unmodifiableSortedMap(byCode);
        this.archive = archive;
        this.definitions = definitions;
        this.levels = List.copyOf(territory.levels());
        this.preference = new Preference(preferred, territory, catalogue);
        this.fingerprint = digest();
    }

    public String id() {
        return id;
    }

    /** Ten hexadecimal digits that differ wherever what is published does, in other folders and on other servers too. */
    public String fingerprint() {
        return fingerprint;
    }

    private String digest() {
        var said = new StringBuilder(id).append('\n').append(iris.base());
        for (var edition : editions) {
            said.append('\n')
                    .append(edition.id())
                    .append(' ')
                    .append(edition.contentHash())
                    .append(' ')
                    .append(edition.publishedAt())
                    .append(' ')
                    .append(edition.withdrawn())
                    .append(' ')
                    .append(edition.sourceErased());
        }
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256").digest(said.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The token of the preview that this is; null for what is public. Nothing kept for one serves another. */
    public @Nullable String preview() {
        return preview;
    }

    public Iris iris() {
        return iris;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public Territory territory() {
        return territory;
    }

    /** The levels that occur, from the widest to the finest. */
    public List<String> levels() {
        return levels;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** Which of several figures is shown. */
    public Preference preference() {
        return preference;
    }

    /** The newest edition of each dataset, by code. */
    public SortedMap<String, PublishedDataset> datasets() {
        return datasets;
    }

    public Optional<PublishedDataset> dataset(String code) {
        return Optional.ofNullable(datasets.get(code));
    }

    /** All editions in order of publication, withdrawn ones too. */
    public List<Edition> editions() {
        return editions;
    }

    /** The editions of a dataset in order of number, withdrawn ones too; empty for an unknown dataset. */
    public List<Edition> editions(String dataset) {
        return editions.stream()
                .filter(edition -> edition.dataset().equals(dataset))
                .sorted(Comparator.comparingInt(Edition::number))
                .toList();
    }

    public Optional<Edition> edition(String dataset, int number) {
        return editions.stream()
                .filter(edition -> edition.dataset().equals(dataset) && edition.number() == number)
                .findFirst();
    }

    /** The last edition before another one of its dataset that stands. */
    public Optional<Edition> editionBefore(Edition later) {
        return editions(later.dataset()).reversed().stream()
                .filter(edition -> edition.number() < later.number() && !edition.isWithdrawn())
                .findFirst();
    }

    /** What a key stands for, derived at the first call; others who ask for the same meanwhile wait for it. */
    @SuppressWarnings("unchecked") // a key only ever stores its own type
    <T> T derived(PerSnapshot<T> key, Function<Snapshot, T> derivation) {
        var place = derived.computeIfAbsent(key, _ -> new Derived());
        synchronized (place) {
            if (place.value == null) {
                place.value = derivation.apply(this);
            }
            return (T) place.value;
        }
    }

    /** Opens an edition, current or not; a withdrawn one must not be shown. */
    public PublishedDataset open(Edition edition) {
        var current = datasets.get(edition.dataset());
        return current != null && current.edition().number() == edition.number() ? current : archive.apply(edition);
    }

    /** What an edition says beside its cells; nothing of a withdrawn one must be shown. */
    public Definitions definitions(Edition edition) {
        return definitions.apply(edition.id());
    }

    /** Hands over the cells of a dataset that a selection takes, in canonical order. */
    public static void select(PublishedDataset dataset, Selection selection, Consumer<PublishedCell> reader) {
        var block = dataset.block();
        for (var run : block.runs()) {
            if (selection.takes(run)) {
                for (int cell = run.from(); cell < run.to(); cell++) {
                    if (selection.areas() == null || selection.areas().contains(block.area(cell))) {
                        reader.accept(new PublishedCell(dataset, cell));
                    }
                }
            }
        }
    }

    /**
     * The figures of an indicator, under any of its synonyms, for an area and breakdown; the one to show first, then its
     * alternatives.
     */
    public List<PublishedCell> figures(String indicator, String area, Breakdown breakdown) {
        var found = new ArrayList<PublishedCell>();
        var codes = catalogue.synonyms(indicator);
        for (var dataset : datasets.values()) {
            var block = dataset.block();
            int areaIndex = block.areaIndexOf(area);
            for (String code : codes) {
                for (var run : block.runs(code)) {
                    if (run.breakdown().equals(breakdown)) {
                        block.find(run, areaIndex).ifPresent(cell -> found.add(new PublishedCell(dataset, cell)));
                    }
                }
            }
        }
        return preference.order(found);
    }
}
