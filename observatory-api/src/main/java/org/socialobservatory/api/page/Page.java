package org.socialobservatory.api.page;

/** What a page shows: rendered by its template, or as JSON for {@code f=json}. */
public interface Page {

    /** Where the figures of the page come from. */
    Provenance provenance();
}
