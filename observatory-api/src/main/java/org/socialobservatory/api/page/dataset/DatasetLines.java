package org.socialobservatory.api.page.dataset;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.dataset.DatasetPage.Citation;
import org.socialobservatory.api.page.dataset.DatasetPage.EditionLine;
import org.socialobservatory.api.page.dataset.DatasetPage.License;
import org.socialobservatory.api.snapshot.Block.Run;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.period.Period;

/** Datasets and editions as the pages of this room name them. */
final class DatasetLines {

    private DatasetLines() {}

    static DatasetsPage.Line line(Visit visit, PublishedDataset published) {
        var dataset = published.dataset();
        var publisher = dataset.publisher();
        var runs = published.block().runs();
        return new DatasetsPage.Line(
                dataset.code(),
                visit.title(published),
                publisher == null ? null : visit.names().of(publisher.name(), publisher.code()),
                dataset.town() == null ? null : visit.names().area(dataset.town()),
                published.edition().number(),
                visit.wording().date(published.edition().publishedAt()),
                published.edition().cells(),
                (int) runs.stream().map(Run::indicator).distinct().count(),
                published.block().areas().size(),
                periods(visit, runs),
                dataset.fictitious());
    }

    private static String periods(Visit visit, List<Run> runs) {
        var periods = new TreeSet<Period>();
        runs.forEach(run -> periods.add(run.period()));
        if (periods.isEmpty()) {
            return "";
        }
        return periods.size() == 1
                ? visit.names().period(periods.first())
                : visit.wording()
                        .say(
                                "period.from-to",
                                visit.names().period(periods.first()),
                                visit.names().period(periods.last()));
    }

    static EditionLine line(Visit visit, Edition edition) {
        return new EditionLine(
                edition.number(),
                visit.wording().date(edition.publishedAt()),
                edition.reason(),
                edition.contentHash(),
                edition.cells(),
                edition.withdrawn(),
                edition.sourceErased());
    }

    static List<License> licenses(PublishedDataset published) {
        return published.dataset().licenses().stream()
                .map(license -> new License(
                        license.title() == null ? license.name() : license.title(), webAddress(license.path())))
                .toList();
    }

    static List<Citation> sources(PublishedDataset published) {
        return published.dataset().sources().stream()
                .map(source -> new Citation(source.title(), webAddress(source.path())))
                .toList();
    }

    /** An address from a package becomes a link only where a browser can do no harm with it. */
    private static @Nullable String webAddress(@Nullable String path) {
        return path != null && (path.startsWith("https://") || path.startsWith("http://")) ? path : null;
    }
}
