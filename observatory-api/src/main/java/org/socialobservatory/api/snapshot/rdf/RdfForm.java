package org.socialobservatory.api.snapshot.rdf;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.socialobservatory.api.snapshot.rdf.description.Terms;
import org.springframework.http.MediaType;

/** The forms in which a graph is written, the default first. */
public enum RdfForm {
    TURTLE("ttl", List.of("turtle"), List.of("text/turtle", "application/x-turtle"), RDFFormat.TURTLE_PRETTY),
    JSON_LD("jsonld", List.of("json-ld"), List.of("application/ld+json"), RDFFormat.JSONLD11_PLAIN),
    N_TRIPLES("nt", List.of("ntriples"), List.of("application/n-triples"), RDFFormat.NTRIPLES_UTF8),
    RDF_XML("rdf", List.of("rdfxml", "rdf+xml"), List.of("application/rdf+xml"), RDFFormat.RDFXML_PLAIN);

    /** Setting out a larger graph prettily takes longer than reading it. */
    private static final int PRETTY = 10_000;

    private final String code;
    private final List<String> otherCodes;
    private final List<String> mediaTypes;
    private final RDFFormat format;

    RdfForm(String code, List<String> otherCodes, List<String> mediaTypes, RDFFormat format) {
        this.code = code;
        this.otherCodes = otherCodes;
        this.mediaTypes = mediaTypes;
        this.format = format;
    }

    /** The form of a short name such as {@code ttl} or of a media type. */
    public static Optional<RdfForm> of(String name) {
        return Arrays.stream(values())
                .filter(form ->
                        form.code.equals(name) || form.otherCodes.contains(name) || form.mediaTypes.contains(name))
                .findFirst();
    }

    /** All media types, those of the default first. */
    public static Map<MediaType, RdfForm> byMediaType() {
        var all = new LinkedHashMap<MediaType, RdfForm>();
        for (RdfForm form : values()) {
            form.mediaTypes.forEach(type -> all.put(MediaType.parseMediaType(type), form));
        }
        return all;
    }

    /** The short name, which is also the extension of files. */
    public String code() {
        return code;
    }

    /** With the charset where the type has one to say. */
    public String contentType() {
        return mediaTypes.getFirst() + (this == TURTLE ? ";charset=utf-8" : "");
    }

    public void write(Graph graph, OutputStream out) {
        if (this != N_TRIPLES) {
            graph.getPrefixMapping().setNsPrefixes(Terms.PREFIXES);
        }
        var chosen = this == TURTLE && graph.size() > PRETTY ? RDFFormat.TURTLE_BLOCKS : format;
        RDFWriter.source(graph).format(chosen).output(out);
    }
}
