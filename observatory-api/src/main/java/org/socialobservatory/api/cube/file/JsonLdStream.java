package org.socialobservatory.api.cube.file;

import java.io.Closeable;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Triples as JSON-LD 1.1 in expanded form, a node object for each run of triples of one subject, so that no more than one
 * subject is held. What is said of a subject in several places adds up (JSON-LD 1.1 API, node map generation).
 */
final class JsonLdStream implements Closeable {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;
    private final Map<Node, List<Node>> said = new LinkedHashMap<>();
    private @Nullable Node subject;

    JsonLdStream(OutputStream out) {
        json = JSON.createGenerator(ObjectWriteContext.empty(), out);
        json.writeStartArray();
    }

    void triple(Triple triple) {
        if (!triple.getSubject().equals(subject)) {
            end();
            subject = triple.getSubject();
        }
        said.computeIfAbsent(triple.getPredicate(), _ -> new ArrayList<>()).add(triple.getObject());
    }

    private void end() {
        if (subject == null) {
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("@id", name(subject));
        said.forEach((predicate, objects) -> {
            boolean type = predicate.equals(RDF.type.asNode());
            json.writeArrayPropertyStart(type ? "@type" : predicate.getURI());
            objects.forEach(object -> {
                if (type) {
                    json.writeString(name(object));
                } else {
                    object(object);
                }
            });
            json.writeEndArray();
        });
        json.writeEndObject();
        json.writeRaw('\n');
        said.clear();
    }

    private static String name(Node node) {
        return node.isBlank() ? "_:b" + node.getBlankNodeLabel().replaceAll("[^A-Za-z0-9]", "") : node.getURI();
    }

    private void object(Node object) {
        json.writeStartObject();
        if (object.isLiteral()) {
            json.writeStringProperty("@value", object.getLiteralLexicalForm());
            if (!object.getLiteralLanguage().isEmpty()) {
                json.writeStringProperty("@language", object.getLiteralLanguage());
            } else if (!object.getLiteralDatatypeURI().equals(XSD.xstring.getURI())) {
                json.writeStringProperty("@type", object.getLiteralDatatypeURI());
            }
        } else {
            json.writeStringProperty("@id", name(object));
        }
        json.writeEndObject();
    }

    @Override
    public void close() {
        end();
        json.writeEndArray();
        json.close();
    }
}
