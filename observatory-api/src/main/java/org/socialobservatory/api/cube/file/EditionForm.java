package org.socialobservatory.api.cube.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.socialobservatory.api.cube.CellForm;
import org.socialobservatory.api.snapshot.FileForm;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;

/** Writes whole editions in a form, without holding more of them than it must. */
@FunctionalInterface
interface EditionForm {

    void write(Snapshot snapshot, PublishedDataset edition, OutputStream out) throws IOException;

    /** JSON-LD is read as a whole by those who read it. */
    int MOST_CELLS_OF_JSON_LD = 1_000_000;

    /** The form of an ending; none where there is no such form for so many cells. */
    static Optional<FileForm> named(String extension, long cells) {
        return Arrays.stream(FileForm.values())
                .filter(form -> form.extension().equals(extension))
                .filter(form -> form != FileForm.JSON_LD || cells <= MOST_CELLS_OF_JSON_LD)
                .findFirst();
    }

    static EditionForm of(FileForm form) {
        return switch (form) {
            case CSV -> cells(CellForm.CSV);
            case SPREADSHEET -> cells(CellForm.SPREADSHEET);
            case JSON_STAT -> cells(CellForm.JSON_STAT);
            case SDMX_CSV -> cells(CellForm.SDMX_CSV);
            case PARQUET -> Parquet::write;
            case GEOPACKAGE -> GeoPackage::write;
            case TURTLE -> Triples::turtle;
            case N_TRIPLES -> Triples::zippedLines;
            case JSON_LD -> Triples::jsonLd;
        };
    }

    /** Whether it is written from its beginning to its end; others are put together in a file first. */
    static boolean streams(FileForm form) {
        return form != FileForm.PARQUET && form != FileForm.GEOPACKAGE && form != FileForm.JSON_STAT;
    }

    static EditionForm cells(CellForm form) {
        return (snapshot, edition, out) -> {
            try (var writer = form.writer(snapshot, List.of(edition), out)) {
                for (int cell = 0; cell < edition.block().size(); cell++) {
                    writer.cell(edition, cell);
                }
            }
        };
    }
}
