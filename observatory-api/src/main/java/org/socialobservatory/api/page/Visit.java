package org.socialobservatory.api.page;

import java.util.Collection;
import org.socialobservatory.api.http.PageReader;
import org.socialobservatory.api.page.Provenance.Source;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.edition.Edition;

/** One reader before one page: what is published, and the words in which to say it. A controller takes it. */
public final class Visit implements PageReader {

    private final Snapshot snapshot;
    private final Wording wording;
    private final boolean marking;
    private final Names names;
    private final Figures figures;

    /** @param marking whether a text in another language than the reader's says in which: to eyes, not to programs */
    Visit(Snapshot snapshot, Wording wording, boolean marking) {
        this.snapshot = snapshot;
        this.wording = wording;
        this.marking = marking;
        this.names = new Names(snapshot, wording, marking);
        this.figures = new Figures(snapshot, names, wording);
    }

    /** The same page before a reader of another language. */
    public Visit in(Language language) {
        return new Visit(snapshot, wording.in(language), marking);
    }

    /** The same reader before other editions. */
    public Visit before(Snapshot other) {
        return new Visit(other, wording, marking);
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    public Wording wording() {
        return wording;
    }

    public Names names() {
        return names;
    }

    public Figures figures() {
        return figures;
    }

    /** The datasets that a page draws on, each once. */
    public Provenance provenance(Collection<PublishedDataset> datasets) {
        return new Provenance(datasets.stream().map(this::source).toList());
    }

    private Source source(PublishedDataset dataset) {
        var edition = dataset.edition();
        return new Source(
                edition.dataset(),
                title(dataset),
                edition.number(),
                wording.date(edition.publishedAt()),
                dataset.dataset().fictitious());
    }

    /** An edition as the foot of a page cites it, current or not. */
    public Source source(Edition edition) {
        var said = snapshot.definitions(edition).dataset();
        return new Source(
                edition.dataset(),
                names.of(said.title(), edition.dataset()),
                edition.number(),
                wording.date(edition.publishedAt()),
                said.fictitious());
    }

    public String title(PublishedDataset dataset) {
        return names.of(dataset.dataset().title(), dataset.code());
    }
}
