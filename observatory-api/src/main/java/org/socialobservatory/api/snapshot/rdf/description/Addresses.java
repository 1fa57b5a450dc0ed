package org.socialobservatory.api.snapshot.rdf.description;

import java.net.URI;
import java.net.URISyntaxException;

/** Tells web addresses from other text. */
final class Addresses {

    private Addresses() {}

    static boolean isWeb(String text) {
        try {
            var uri = new URI(text);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
