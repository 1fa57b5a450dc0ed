package org.socialobservatory.api.sparql;

import java.io.OutputStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.out.NodeToLabel;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.socialobservatory.api.sparql.limits.LimitedRows;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes tables of results as they come. */
final class ResultWriter {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private ResultWriter() {}

    static void write(ResultForm form, LimitedRows rows, OutputStream out) {
        switch (form) {
            case JSON -> json(rows, out);
            case XML -> writer(ResultSetLang.RS_XML).write(out, rows, ARQ.getContext());
            case CSV -> writer(ResultSetLang.RS_CSV).write(out, rows, ARQ.getContext());
            case TSV -> writer(ResultSetLang.RS_TSV).write(out, rows, ARQ.getContext());
        }
    }

    static void write(ResultForm form, boolean answer, OutputStream out) {
        switch (form) {
            case JSON -> json(answer, out);
            case XML -> writer(ResultSetLang.RS_XML).write(out, answer, ARQ.getContext());
            case CSV -> writer(ResultSetLang.RS_CSV).write(out, answer, ARQ.getContext());
            case TSV -> writer(ResultSetLang.RS_TSV).write(out, answer, ARQ.getContext());
        }
    }

    private static RowSetWriter writer(Lang form) {
        return RowSetWriterRegistry.getFactory(form).create(form);
    }

    private static void json(boolean answer, OutputStream out) {
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeObjectPropertyStart("head");
            json.writeEndObject();
            json.writeBooleanProperty("boolean", answer);
            json.writeEndObject();
        }
    }

    /** SPARQL 1.1 Query Results JSON Format; whether rows were left out is known only after them. */
    private static void json(LimitedRows rows, OutputStream out) {
        var labels = NodeToLabel.createScopeByDocument();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeObjectPropertyStart("head");
            json.writeArrayPropertyStart("vars");
            rows.getResultVars().forEach(variable -> json.writeString(variable.getVarName()));
            json.writeEndArray();
            json.writeEndObject();
            json.writeObjectPropertyStart("results");
            json.writeArrayPropertyStart("bindings");
            while (rows.hasNext()) {
                row(json, rows.next(), rows, labels);
            }
            json.writeEndArray();
            json.writeEndObject();
            if (rows.truncated()) {
                json.writeBooleanProperty("truncated", true);
            }
            json.writeEndObject();
        }
    }

    private static void row(JsonGenerator json, Binding row, LimitedRows rows, NodeToLabel labels) {
        json.writeStartObject();
        for (Var variable : rows.getResultVars()) {
            var node = row.get(variable);
            if (node != null) {
                json.writeObjectPropertyStart(variable.getVarName());
                term(json, node, labels);
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private static void term(JsonGenerator json, Node node, NodeToLabel labels) {
        if (node.isURI()) {
            json.writeStringProperty("type", "uri");
            json.writeStringProperty("value", node.getURI());
        } else if (node.isBlank()) {
            json.writeStringProperty("type", "bnode");
            json.writeStringProperty("value", labels.get(null, node).substring("_:".length()));
        } else {
            json.writeStringProperty("type", "literal");
            json.writeStringProperty("value", node.getLiteralLexicalForm());
            if (!node.getLiteralLanguage().isEmpty()) {
                json.writeStringProperty("xml:lang", node.getLiteralLanguage());
            } else if (!XSDDatatype.XSDstring.equals(node.getLiteralDatatype())) {
                json.writeStringProperty("datatype", node.getLiteralDatatypeURI());
            }
        }
    }
}
