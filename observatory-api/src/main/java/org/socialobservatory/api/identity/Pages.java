package org.socialobservatory.api.identity;

import java.util.Map;
import java.util.Optional;

/** Where the pages of things are. */
final class Pages {

    /** What the anchors of the page of a questionnaire begin with. */
    private static final Map<String, String> ANCHORS = Map.of("question", "question-", "choice-list", "list-");

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
            case "meeting" -> Optional.of("/meetings/" + parts[1]);
            case "indicator" -> Optional.of("/indicators/" + parts[1]);
            case "dataset", "structure" -> Optional.of("/datasets/" + parts[1]);
            case "edition" -> Optional.of("/datasets/" + parts[1] + "/editions/" + parts[2]);
            case "questionnaire", "question", "section", "choice-list", "question-concept" -> questionnaire(parts);
            case "observation" -> Optional.of("/figures/" + path.substring("observation/".length()));
            default -> Optional.empty();
        };
    }

    /** Questions and lists of choices stand on the page of their questionnaire; what lasts, on that of its newest one. */
    private static Optional<String> questionnaire(String[] parts) {
        var page = "/datasets/" + parts[1] + "/questionnaires/" + parts[2];
        return switch (parts.length) {
            case 4 ->
                Optional.of(page
                        + switch (parts[0]) {
                            case "question-concept" -> "#question-" + parts[3];
                            case "section" -> "#section-" + parts[3];
                            default -> "?version=" + parts[3];
                        });
            // A choice stands in its list.
            case 5, 6 ->
                Optional.of(page + "?version=" + parts[4] + "#" + ANCHORS.getOrDefault(parts[0], "") + parts[3]);
            default -> Optional.empty();
        };
    }
}
