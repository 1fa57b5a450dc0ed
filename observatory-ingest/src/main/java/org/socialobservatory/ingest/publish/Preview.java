package org.socialobservatory.ingest.publish;

import org.socialobservatory.ingest.warehouse.EditionFile;
import org.socialobservatory.ingest.warehouse.EditionMetadata;

/**
 * An edition that is not published and can be looked at by who has its token.
 *
 * @param token 32 hexadecimal digits; the address is {@code /preview/{token}/}
 * @param metadata as it would be if it were published now
 * @param file its definitions and cells
 */
public record Preview(String token, EditionMetadata metadata, EditionFile file) {

    /** The path under which a server shows it. */
    public String path() {
        return "/preview/" + token + "/";
    }
}
