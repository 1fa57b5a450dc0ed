package org.socialobservatory.ontology;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.socialobservatory.ontology.cube.CellKey;

/**
 * The names of things. What all installations share keeps one IRI everywhere; what a package defines lives under the
 * installation's base IRI. The base only names: links are made from the request.
 *
 * @param base such as {@code http://localhost:8080}, without a slash at the end
 */
public record Iris(String base) {

    /** The namespace of the ontology. */
    public static final String OBS = "https://w3id.org/social-observatory/ns#";

    private static final String SHARED = "https://w3id.org/social-observatory/";
    /** Names the codes of sex and status, which keep the IRIs of SDMX. */
    private static final String SDMX_CODE = "http://purl.org/linked-data/sdmx/2009/code#";

    /** An absolute web address without query or fragment, and without characters that no IRI may have. */
    private static final Pattern BASE = Pattern.compile("https?://[^\\s\\p{Cc}<>\"{}|\\\\^`?#]+");

    public Iris {
        while (base.endsWith("/")) {
            base = base.substring(0, base.length() - 1);
        }
        if (!BASE.matcher(base).matches()) {
            throw new IllegalArgumentException("Not a base IRI, such as https://observatoire.example: '" + base + "'");
        }
    }

    /** An indicator of the base catalogue. */
    public static String sharedIndicator(String code) {
        return SHARED + "indicator/" + code;
    }

    /** A shared scheme; sex and status are those of SDMX. */
    public static String sharedScheme(String scheme) {
        return switch (scheme) {
            case "sex" -> SDMX_CODE + "sex";
            case "status" -> SDMX_CODE + "obsStatus";
            default -> SHARED + "code/" + scheme;
        };
    }

    /** A code of a shared scheme; the codes of sex and status are those of SDMX. */
    public static String sharedCode(String scheme, String code) {
        var list = sharedScheme(scheme);
        return list + (list.startsWith(SDMX_CODE) ? "-" : "/") + code;
    }

    /** {@code {base}/id/{kind}/{code}}. */
    public String thing(String kind, String code) {
        return base + "/id/" + kind + "/" + code;
    }

    public String area(String code) {
        return thing("area", code);
    }

    public String areaVersion(String code, LocalDate validFrom) {
        return thing("area", code) + "/" + validFrom;
    }

    public String indicator(String code) {
        return thing("indicator", code);
    }

    public String dataset(String code) {
        return thing("dataset", code);
    }

    public String edition(String dataset, int number) {
        return thing("edition", dataset) + "/" + number;
    }

    public String period(String code) {
        return thing("period", code);
    }

    /** {@code {base}/id/observation/{dataset}/{indicator}/{area}/{period}/{breakdown}}. */
    public String observation(String dataset, CellKey key) {
        return base + "/id/observation/" + dataset + "/" + key.indicator() + "/" + key.area() + "/" + key.period() + "/"
                + key.breakdown();
    }

    /** A named graph: {@code ontology}, {@code territory}, {@code catalogue}, {@code register}. */
    public String graph(String name) {
        return base + "/graph/" + name;
    }

    /** The graph of a dataset's newest edition. */
    public String datasetGraph(String dataset) {
        return graph("dataset/" + dataset);
    }

    /** The graph of one edition, current or not. */
    public String editionGraph(String dataset, int number) {
        return graph("dataset/" + dataset + "/" + number);
    }
}
