package org.socialobservatory.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A data package of one table in a folder, written by hand. */
record DataPackage(Path folder) {

    /** Writes the description of a package whose one table is {@code chiffres.csv}. */
    static DataPackage in(Path folder, String description) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("datapackage.yaml"), description);
        return new DataPackage(folder);
    }

    /** Writes the table anew. */
    DataPackage with(String table) throws IOException {
        Files.writeString(folder.resolve("chiffres.csv"), table);
        return this;
    }

    String path() {
        return folder.toString();
    }
}
