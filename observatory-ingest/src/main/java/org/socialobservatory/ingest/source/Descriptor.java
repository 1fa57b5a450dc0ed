package org.socialobservatory.ingest.source;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads a package's description, YAML or JSON, into nodes. */
public final class Descriptor {

    /** Bytes; descriptions are written by people. */
    private static final long LARGEST = 4 << 20;

    private static final int DEEPEST = 40;

    private Descriptor() {}

    /** The keys of a description; empty, with a finding, where it cannot be read. */
    public static Optional<Node.Keys> read(RawFile file, Findings findings) {
        var place = Place.of(file.path());
        try {
            if (file.size() > LARGEST) {
                throw new Unreadable("> 4 MB", null);
            }
            var text = Files.readString(file.location(), StandardCharsets.UTF_8);
            if (text.startsWith("\uFEFF")) {
                text = text.substring(1);
            }
            if (parse(file.path(), text) instanceof Node.Keys keys) {
                return Optional.of(keys);
            }
            throw new Unreadable("name: …", 1L);
        } catch (Unreadable unreadable) {
            var at = unreadable.line == null ? place : place.row(unreadable.line);
            findings.add(FindingRule.DESCRIPTOR_UNREADABLE, at, null, unreadable.detail);
        } catch (Malformed malformed) {
            findings.add(
                    FindingRule.DESCRIPTOR_MALFORMED,
                    place.row((long) malformed.line),
                    null,
                    malformed.language,
                    Integer.toString(malformed.line),
                    Integer.toString(malformed.column));
        } catch (CharacterCodingException notUtf8) {
            findings.add(FindingRule.DESCRIPTOR_UNREADABLE, place, null, "UTF-8");
        } catch (IOException unreadable) {
            findings.add(FindingRule.FILE_DAMAGED, place, null, file.path());
        }
        return Optional.empty();
    }

    private static @Nullable Node parse(String path, String text) throws Unreadable, Malformed {
        try (var parser = path.endsWith(".json")
                ? new JsonFactory().createParser(ObjectReadContext.empty(), text)
                : new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                return null;
            }
            var node = node(parser, 0);
            if (parser.nextToken() != null) {
                throw new Unreadable("---", line(parser));
            }
            return node;
        } catch (JacksonException malformed) {
            var location = malformed.getLocation();
            int line = location == null ? 1 : Math.max(1, location.getLineNr());
            int column = location == null ? 1 : Math.max(1, location.getColumnNr());
            throw new Malformed(path.endsWith(".json") ? "JSON" : "YAML", line, column);
        }
    }

    private static @Nullable Node node(JsonParser parser, int depth) throws Unreadable {
        if (depth > DEEPEST) {
            throw new Unreadable("> " + DEEPEST, line(parser));
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new Unreadable("*" + parser.getString(), line(parser));
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return keys(parser, depth);
        }
        if (token == JsonToken.START_ARRAY) {
            return items(parser, depth);
        }
        return token == JsonToken.VALUE_NULL ? null : new Node.Text(parser.getString(), line(parser));
    }

    private static Node keys(JsonParser parser, int depth) throws Unreadable {
        long line = line(parser);
        var entries = new LinkedHashMap<String, Node>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            long at = line(parser);
            parser.nextToken();
            var value = node(parser, depth + 1);
            if (value != null && entries.put(key, value) != null) {
                throw new Unreadable("2 × " + key, at);
            }
        }
        return new Node.Keys(entries, line);
    }

    private static Node items(JsonParser parser, int depth) throws Unreadable {
        long line = line(parser);
        var items = new ArrayList<Node>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var item = node(parser, depth + 1);
            if (item != null) {
                items.add(item);
            }
        }
        return new Node.Items(items, line);
    }

    private static long line(JsonParser parser) {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    /** What breaks the rules of its language; the parser's own words would be in English and about its insides. */
    private static final class Malformed extends Exception {
        private final String language;
        private final int line;
        private final int column;

        Malformed(String language, int line, int column) {
            super(language + " " + line + ":" + column);
            this.language = language;
            this.line = line;
            this.column = column;
        }
    }

    private static final class Unreadable extends Exception {
        private final String detail;
        private final @Nullable Long line;

        Unreadable(String detail, @Nullable Long line) {
            super(detail);
            this.detail = detail;
            this.line = line;
        }
    }
}
