package org.socialobservatory.api.page.map;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes SVG; whatever text it is given cannot become markup. */
final class SvgWriter {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final String FONTS = "\"Noto Sans\", \"Noto Naskh Arabic\", \"Segoe UI\", sans-serif";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;

    SvgWriter() {
        try {
            xml = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    void root(String width, String height, String viewBox, String language, String direction, String title) {
        element(
                "svg",
                "xmlns",
                NAMESPACE,
                "width",
                width,
                "height",
                height,
                "viewBox",
                viewBox,
                "role",
                "img",
                "xml:lang",
                language,
                "direction",
                direction,
                "font-family",
                FONTS);
        element("title");
        characters(title);
        end();
    }

    void rectangle(double x, double y, double width, double height, String fill, String stroke) {
        empty(
                "rect",
                "x",
                decimal(x),
                "y",
                decimal(y),
                "width",
                decimal(width),
                "height",
                decimal(height),
                "fill",
                fill,
                "stroke",
                stroke);
    }

    void group(double x, double y, double scale) {
        element("g", "transform", "translate(" + decimal(x) + " " + decimal(y) + ") scale(" + decimal(scale) + ")");
    }

    void endGroup() {
        end();
    }

    void path(String path, String fill, String stroke, double width, boolean dashed) {
        empty(
                "path",
                "d",
                path,
                "fill",
                fill,
                "fill-rule",
                "evenodd",
                "stroke",
                stroke,
                "stroke-width",
                decimal(width),
                "stroke-dasharray",
                dashed ? "4 3" : "none");
    }

    void text(String words, double x, double y, int size, String colour, String weight, String anchor) {
        element(
                "text",
                "x",
                decimal(x),
                "y",
                decimal(y),
                "font-size",
                Integer.toString(size),
                "font-weight",
                weight,
                "fill",
                colour,
                "text-anchor",
                anchor);
        characters(words);
        end();
    }

    /** A name on the map, whose sides are those of the map and not of the language; it has a rim that parts it from its ground. */
    void label(String words, double x, double y, double size, String anchor) {
        element(
                "text",
                "x",
                decimal(x),
                "y",
                decimal(y),
                "font-size",
                decimal(size),
                "text-anchor",
                anchor,
                "direction",
                "ltr",
                "fill",
                "#1e2528",
                "stroke",
                "#ffffff",
                "stroke-width",
                decimal(size / 4),
                "stroke-linejoin",
                "round",
                "paint-order",
                "stroke",
                "dominant-baseline",
                "middle");
        characters('\u2068' + words + '\u2069');
        end();
    }

    void element(String name, String... attributes) {
        write(() -> {
            xml.writeStartElement(name);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i], attributes[i + 1]);
            }
        });
    }

    void empty(String name, String... attributes) {
        element(name, attributes);
        end();
    }

    void end() {
        write(() -> {
            xml.writeEndElement();
            xml.flush();
        });
    }

    /** Without the control characters that XML has no form for. */
    private void characters(String text) {
        write(() -> xml.writeCharacters(text.replaceAll("\\p{Cc}|\\p{Cs}", " ")));
    }

    /** A text whose direction is that of Latin letters, wherever it stands. */
    static String leftToRight(String text) {
        return '\u2066' + text + '\u2069';
    }

    /** Words in lines of so many letters at most; a longer word, such as an address, has lines of its own. */
    static List<String> lines(String text, int letters) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.strip().split(" +", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > letters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (line.length() > letters) {
                lines.add(line.substring(0, letters));
                line.delete(0, letters);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    @FunctionalInterface
    private interface Step {
        void take() throws XMLStreamException;
    }

    /** Writing into memory does not fail. */
    private static void write(Step step) {
        try {
            step.take();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
