package org.socialobservatory.api.snapshot;

/** The forms in which an edition can be downloaded as a whole. */
public enum FileForm {
    CSV("csv", "text/csv;charset=UTF-8", "CSV"),
    SPREADSHEET("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"),
    PARQUET("parquet", "application/vnd.apache.parquet", "PARQUET"),
    GEOPACKAGE("gpkg", "application/geopackage+sqlite3", "GPKG"),
    JSON_STAT("jsonstat.json", "application/json;charset=UTF-8", "JSON"),
    SDMX_CSV("sdmx.csv", "application/vnd.sdmx.data+csv;version=2.0.0;charset=UTF-8", "CSV"),
    TURTLE("ttl", "text/turtle;charset=utf-8", "RDF_TURTLE"),
    N_TRIPLES("nt.gz", "application/gzip", "RDF_N_TRIPLES"),
    JSON_LD("jsonld", "application/ld+json", "JSON_LD");

    private final String extension;
    private final String mediaType;
    private final String fileType;

    FileForm(String extension, String mediaType, String fileType) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.fileType = fileType;
    }

    /** The ending of its files, such as {@code nt.gz}. */
    public String extension() {
        return extension;
    }

    /** What they are sent as, with parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** The code in the file types of the Publications Office of the EU, as DCAT-AP asks for. */
    public String fileType() {
        return fileType;
    }
}
