package org.socialobservatory.api.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.socialobservatory.api.http.Links;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.snapshot.Snapshot;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriUtils;

/** {@code /sitemap.xml}: the pages that there are, for those who search (sitemaps.org 0.9). */
@Controller
class SitemapController {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    /** No more stand in one map; areas come last, those with figures first met. */
    private static final int MOST = 50_000;

    private static final List<String> PAGES =
            List.of("/", "/map", "/indicators", "/datasets", "/meetings", "/query", "/about/methods", "/ns", "/docs");

    @GetMapping("/sitemap.xml")
    void sitemap(Snapshot snapshot, Parameters parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        parameters.only(List.of());
        response.setContentType("application/xml;charset=UTF-8");
        try {
            var xml = XMLOutputFactory.newFactory()
                    .createXMLStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("urlset");
            xml.writeDefaultNamespace(NAMESPACE);
            for (String page : pages(snapshot)) {
                page(xml, Links.base(request) + page);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    private static List<String> pages(Snapshot snapshot) {
        var pages = new ArrayList<>(PAGES);
        snapshot.datasets().values().forEach(dataset -> {
            pages.add("/datasets/" + named(dataset.code()));
            pages.add("/datasets/" + named(dataset.code()) + "/editions/"
                    + dataset.edition().number());
        });
        snapshot.catalogue().indicators().stream()
                .filter(indicator -> snapshot.datasets().values().stream()
                        .anyMatch(dataset ->
                                !dataset.block().runs(indicator.code()).isEmpty()))
                .forEach(indicator -> pages.add("/indicators/" + named(indicator.code())));
        snapshot.territory().areas().forEach(area -> pages.add("/areas/" + named(area.code())));
        return pages.subList(0, Math.min(MOST, pages.size()));
    }

    private static String named(String code) {
        return UriUtils.encodePathSegment(code, StandardCharsets.UTF_8);
    }

    private static void page(XMLStreamWriter xml, String address) throws XMLStreamException {
        xml.writeStartElement("url");
        xml.writeStartElement("loc");
        xml.writeCharacters(address);
        xml.writeEndElement();
        xml.writeEndElement();
    }
}
