package org.socialobservatory.ingest.publish;

/** Hears how far long work has come. */
public interface Progress {

    /** Nobody listens. */
    Progress SILENT = _ -> {};

    /** The work enters a stage. */
    void enter(Stage stage);

    /** The stages of a publication, in their order; a preview has one of its own instead of the last four. */
    enum Stage {
        READ,
        COMPARE,
        KEEP,
        WRITE,
        COMMIT,
        SHOW,
        PREVIEW
    }
}
