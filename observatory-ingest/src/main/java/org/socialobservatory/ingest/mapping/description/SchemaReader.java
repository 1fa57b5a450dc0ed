package org.socialobservatory.ingest.mapping.description;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.description.Schema.Constraints;
import org.socialobservatory.ingest.mapping.description.Schema.Field;
import org.socialobservatory.ingest.mapping.description.Schema.NumberMarks;
import org.socialobservatory.ingest.source.Descriptor;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.Node;
import org.socialobservatory.ingest.source.PackageFiles;
import org.socialobservatory.ontology.finding.FindingRule;

/** Reads a Table Schema, written in place or in a file of its own. */
final class SchemaReader {

    private final PackageFiles files;
    private final Findings findings;

    SchemaReader(PackageFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    Schema read(Section resource) {
        return section(resource).map(this::schema).orElse(Schema.NONE);
    }

    private Optional<Section> section(Section resource) {
        if (resource.node("schema").orElse(null) instanceof Node.Text(String path, long _)) {
            return files.take(path, resource.place("schema"), findings)
                    .flatMap(file ->
                            Descriptor.read(file, findings).map(keys -> new Section(keys, "", file.path(), findings)));
        }
        return resource.section("schema");
    }

    private Schema schema(Section section) {
        var fields = new ArrayList<Field>();
        for (Section field : section.sections("fields")) {
            field(field).ifPresent(fields::add);
        }
        var missing = missing(section);
        var key = section.texts("primaryKey");
        section.close(FindingRule.KEY_IGNORED, "$schema", "fieldsMatch", "foreignKeys", "uniqueKeys", "title");
        return new Schema(fields, missing, key);
    }

    /** Texts, or since version 2 texts with a label each. */
    private static Set<String> missing(Section section) {
        var missing = new HashSet<String>();
        for (Node item : section.items("missingValues")) {
            if (item instanceof Node.Text(String text, long _)) {
                missing.add(text);
            } else if (item instanceof Node.Keys keys
                    && keys.entries().get("value") instanceof Node.Text(String text, long _)) {
                missing.add(text);
            }
        }
        return missing.isEmpty() ? Schema.NONE.missingValues() : missing;
    }

    private static Optional<Field> field(Section field) {
        var name = field.text("name");
        if (name.isEmpty()) {
            field.missing("name");
            return Optional.empty();
        }
        var type = field.choice("type", Schema.Type.names(), Schema.Type.ANY);
        var format = field.text("format").filter(text -> !text.equals("default"));
        var marks = new NumberMarks(field.sign("decimalChar"), field.sign("groupChar"));
        var constraints = field.section("constraints").map(SchemaReader::constraints);
        field.close(
                FindingRule.KEY_IGNORED,
                "title",
                "description",
                "example",
                "rdfType",
                "bareNumber",
                "trueValues",
                "falseValues",
                "categories",
                "categoriesOrdered",
                "missingValues");
        return Optional.of(
                new Field(name.get(), type, format.orElse(null), marks, constraints.orElse(Constraints.NONE)));
    }

    private static Constraints constraints(Section section) {
        var constraints = new Constraints(
                section.flag("required", false),
                section.flag("unique", false),
                pattern(section),
                new HashSet<>(section.texts("enum")),
                decimal(section, "minimum"),
                decimal(section, "maximum"),
                section.has("minLength") ? section.number("minLength", 0) : null,
                section.has("maxLength") ? section.number("maxLength", Integer.MAX_VALUE) : null);
        section.close(FindingRule.KEY_IGNORED, "exclusiveMinimum", "exclusiveMaximum", "jsonSchema");
        return constraints;
    }

    private static @Nullable Pattern pattern(Section section) {
        var text = section.text("pattern").orElse(null);
        if (text == null) {
            return null;
        }
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException malformed) {
            section.fault(
                    FindingRule.VALUE_NOT_ALLOWED, "pattern", text, "pattern", text, "XML Schema, java.util.regex");
            return null;
        }
    }

    private static @Nullable BigDecimal decimal(Section section, String key) {
        var text = section.text(key).orElse(null);
        if (text == null) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            section.fault(FindingRule.VALUE_NOT_ALLOWED, key, text, key, text, "0, 1.5, …");
            return null;
        }
    }
}
