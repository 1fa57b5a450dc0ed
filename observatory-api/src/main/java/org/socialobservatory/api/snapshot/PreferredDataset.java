package org.socialobservatory.api.snapshot;

/**
 * A town's word on which dataset shows an indicator in it, against the general order of {@link Preference}; one of the
 * settings {@code observatory.preferred-datasets}.
 *
 * @param town code of an area; the word holds for those below it too
 * @param indicator code, under any of its synonyms
 * @param dataset code; where it has no figure, the general order stands
 */
public record PreferredDataset(String town, String indicator, String dataset) {}
