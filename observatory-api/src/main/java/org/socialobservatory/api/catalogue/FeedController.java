package org.socialobservatory.api.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.socialobservatory.api.http.Links;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.edition.Edition;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /feed.atom}: the newest editions as a feed (RFC 4287), and those that were withdrawn. */
@Controller
class FeedController {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int ENTRIES = 100;

    private final MessageSource messages;

    FeedController(MessageSource messages) {
        this.messages = messages;
    }

    @GetMapping("/feed.atom")
    void feed(Snapshot snapshot, Parameters parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        parameters.only(List.of());
        response.setContentType("application/atom+xml;charset=UTF-8");
        try {
            var xml = XMLOutputFactory.newFactory()
                    .createXMLStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8.name());
            new Feed(xml, snapshot, request, LocaleContextHolder.getLocale()).write();
            xml.close();
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    /** One feed, in the language of its reader. */
    private final class Feed {
        private final XMLStreamWriter xml;
        private final Snapshot snapshot;
        private final HttpServletRequest request;
        private final Locale locale;

        Feed(XMLStreamWriter xml, Snapshot snapshot, HttpServletRequest request, Locale locale) {
            this.xml = xml;
            this.snapshot = snapshot;
            this.request = request;
            this.locale = locale;
        }

        private String say(String key, Object... arguments) {
            return messages.getMessage(key, arguments, locale);
        }

        void write() throws XMLStreamException {
            var editions = snapshot.editions().stream()
                    .sorted(Comparator.comparing(Edition::publishedAt)
                            .thenComparingLong(Edition::sequence)
                            .reversed())
                    .limit(ENTRIES)
                    .toList();
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", locale.getLanguage());
            text("id", snapshot.iris().graph("catalogue"));
            text("title", say("feed.title"));
            link("self", Links.self(request), "application/atom+xml");
            link("alternate", Links.base(request) + "/datasets", "text/html");
            text(
                    "updated",
                    editions.stream()
                            .map(Edition::publishedAt)
                            .findFirst()
                            .orElse(Instant.EPOCH)
                            .toString());
            xml.writeStartElement("author");
            text("name", say("name"));
            xml.writeEndElement();
            for (var edition : editions) {
                entry(edition);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        }

        private void entry(Edition edition) throws XMLStreamException {
            var title = snapshot.definitions(edition)
                    .dataset()
                    .title()
                    .orCode(Language.of(locale.getLanguage()).orElse(Language.FR), edition.dataset());
            xml.writeStartElement("entry");
            text("id", snapshot.iris().edition(edition.dataset(), edition.number()));
            text("title", say("feed.edition", title, edition.number()));
            text("updated", edition.publishedAt().toString());
            text("published", edition.publishedAt().toString());
            var page = Links.base(request) + "/datasets/" + edition.dataset() + "/editions/" + edition.number();
            link("alternate", page, "text/html");
            if (edition.withdrawn() != null) {
                text("summary", say("feed.withdrawn", edition.withdrawn()));
            } else {
                link("related", page + "/difference.csv", "text/csv");
                text("summary", edition.reason());
            }
            xml.writeEndElement();
        }

        private void text(String element, String text) throws XMLStreamException {
            xml.writeStartElement(element);
            xml.writeCharacters(text);
            xml.writeEndElement();
        }

        private void link(String relation, String address, String type) throws XMLStreamException {
            xml.writeEmptyElement("link");
            xml.writeAttribute("rel", relation);
            xml.writeAttribute("href", address);
            xml.writeAttribute("type", type);
        }
    }
}
