package org.socialobservatory.api.cube.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.rdf.RdfView;
import org.socialobservatory.api.snapshot.rdf.description.Terms;

/** The graph of an edition as files of RDF, triple after triple as the view says them. */
final class Triples {

    private Triples() {}

    static void turtle(Snapshot snapshot, PublishedDataset edition, OutputStream out) {
        var stream = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
        stream.start();
        Terms.PREFIXES.forEach(stream::prefix);
        send(snapshot, edition, stream);
    }

    static void zippedLines(Snapshot snapshot, PublishedDataset edition, OutputStream out) throws IOException {
        try (var zipped = new GZIPOutputStream(out, 1 << 16)) {
            var stream = StreamRDFWriter.getWriterStream(zipped, RDFFormat.NTRIPLES_UTF8);
            stream.start();
            send(snapshot, edition, stream);
        }
    }

    static void jsonLd(Snapshot snapshot, PublishedDataset edition, OutputStream out) throws IOException {
        try (var stream = new JsonLdStream(out)) {
            graph(snapshot, edition).find().forEachRemaining(stream::triple);
        }
    }

    private static void send(Snapshot snapshot, PublishedDataset edition, StreamRDF stream) {
        graph(snapshot, edition).find().forEachRemaining(stream::triple);
        stream.finish();
    }

    private static Graph graph(Snapshot snapshot, PublishedDataset edition) {
        var name =
                snapshot.iris().editionGraph(edition.code(), edition.edition().number());
        return RdfView.of(snapshot).dataset().getGraph(NodeFactory.createURI(name));
    }
}
