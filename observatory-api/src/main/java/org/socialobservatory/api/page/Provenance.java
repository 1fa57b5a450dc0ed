package org.socialobservatory.api.page;

import java.util.List;

/** The editions from which a page takes its figures. */
public record Provenance(List<Source> sources) {

    public Provenance {
        sources = List.copyOf(sources);
    }

    /** Pages without figures. */
    public static Provenance none() {
        return new Provenance(List.of());
    }

    /** An edition as the foot of a page cites it. */
    public record Source(String dataset, String title, int edition, String publishedOn, boolean fictitious) {}

    /** The titles of the datasets whose figures are invented. */
    public List<String> fictitious() {
        return sources.stream().filter(Source::fictitious).map(Source::title).toList();
    }
}
