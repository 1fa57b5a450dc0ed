package org.socialobservatory.api.cube;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import org.socialobservatory.api.snapshot.FileForm;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;

/** The forms in which cells are written one by one. All tell the same of a cell, as {@link ObservationRow} says it. */
public enum CellForm {
    CSV("csv", FileForm.CSV) {
        @Override
        public CellWriter writer(Snapshot snapshot, Collection<PublishedDataset> datasets, OutputStream out) {
            return new CsvTable(new ObservationRow(snapshot, datasets), out);
        }
    },
    SDMX_CSV("sdmx-csv", FileForm.SDMX_CSV) {
        @Override
        public CellWriter writer(Snapshot snapshot, Collection<PublishedDataset> datasets, OutputStream out) {
            return new SdmxCsv(new ObservationRow(snapshot, datasets), out);
        }
    },
    JSON_STAT("json-stat", FileForm.JSON_STAT) {
        @Override
        public CellWriter writer(Snapshot snapshot, Collection<PublishedDataset> datasets, OutputStream out) {
            return new JsonStat(snapshot, datasets, out);
        }
    },
    SPREADSHEET("xlsx", FileForm.SPREADSHEET) {
        @Override
        public CellWriter writer(Snapshot snapshot, Collection<PublishedDataset> datasets, OutputStream out)
                throws IOException {
            return new Spreadsheet(snapshot, datasets, out);
        }
    };

    private final String code;
    private final FileForm file;

    CellForm(String code, FileForm file) {
        this.code = code;
        this.file = file;
    }

    /**
     * Begins to write.
     *
     * @param datasets of which cells may come; they decide which dimensions there are
     */
    public abstract CellWriter writer(Snapshot snapshot, Collection<PublishedDataset> datasets, OutputStream out)
            throws IOException;

    /** The word by which parameter {@code f} asks for it. */
    public String code() {
        return code;
    }

    public String mediaType() {
        return file.mediaType();
    }
}
