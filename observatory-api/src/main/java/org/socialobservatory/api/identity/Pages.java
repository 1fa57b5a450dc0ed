package org.socialobservatory.api.identity;

import java.util.Optional;

/** Where the pages of things are. */
final class Pages {

    private Pages() {}

    /**
     * The path of the page.
     *
     * @param path kind and codes of a thing, separated by slashes
     */
    static Optional<String> of(String path) {
        var parts = path.split("/", -1);
        return switch (parts[0]) {
            // A version of an area is shown on the page of the area.
            case "area" -> Optional.of("/areas/" + parts[1]);
            case "indicator" -> Optional.of("/indicators/" + parts[1]);
            case "dataset", "structure" -> Optional.of("/datasets/" + parts[1]);
            case "edition" -> Optional.of("/datasets/" + parts[1] + "/editions/" + parts[2]);
            case "observation" -> Optional.of("/figures/" + path.substring("observation/".length()));
            default -> Optional.empty();
        };
    }
}
