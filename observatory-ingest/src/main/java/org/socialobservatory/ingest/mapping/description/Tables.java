package org.socialobservatory.ingest.mapping.description;

import java.util.Locale;
import java.util.Optional;
import org.socialobservatory.ingest.source.CsvTable;
import org.socialobservatory.ingest.source.Dialect;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.PackageFiles;
import org.socialobservatory.ingest.source.RawFile;
import org.socialobservatory.ingest.source.Table;
import org.socialobservatory.ingest.source.feature.GeoJson;
import org.socialobservatory.ingest.source.feature.GeoPackage;
import org.socialobservatory.ingest.source.feature.Shapefile;
import org.socialobservatory.ingest.source.workbook.WorkbookTable;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;

/** Opens a file as a table, by the ending of its name. */
public final class Tables {

    private Tables() {}

    /**
     * A table of answers of persons, which survey tools export as text or as a workbook. Formats that can only be read
     * from the disk are not taken: nothing personal is written there.
     */
    public static Optional<? extends Table> openAnswers(
            RawFile file, Dialect dialect, Place place, PackageFiles files, Findings findings) {
        var name = file.path().toLowerCase(Locale.ROOT);
        if (name.endsWith(".shp") || name.endsWith(".zip") || name.endsWith(".gpkg")) {
            findings.add(FindingRule.FORMAT_UNKNOWN, place, file.path(), file.path());
            return Optional.empty();
        }
        return open(file, dialect, place, files, findings);
    }

    /** The table in a file; empty, with findings, where there is none that can be read. */
    public static Optional<? extends Table> open(
            RawFile file, Dialect dialect, Place place, PackageFiles files, Findings findings) {
        var name = file.path().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt") || name.endsWith(".gz")) {
            return CsvTable.open(file, dialect, place, findings);
        }
        if (name.endsWith(".geojson") || name.endsWith(".json")) {
            return GeoJson.read(file, place, findings);
        }
        if (name.endsWith(".xlsx")) {
            return WorkbookTable.open(file, dialect, place, findings);
        }
        if (name.endsWith(".shp")) {
            return Shapefile.open(file, dialect.encoding(), place, files, findings);
        }
        if (name.endsWith(".zip")) {
            return Shapefile.unzip(file, dialect.encoding(), dialect.sheet(), place, files, findings);
        }
        if (name.endsWith(".gpkg")) {
            return GeoPackage.read(file, dialect.sheet(), place, files, findings);
        }
        findings.add(FindingRule.FORMAT_UNKNOWN, place, file.path(), file.path());
        return Optional.empty();
    }
}
