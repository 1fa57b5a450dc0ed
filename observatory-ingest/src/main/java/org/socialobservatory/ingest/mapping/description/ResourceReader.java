package org.socialobservatory.ingest.mapping.description;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.source.Dialect;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.PackageFiles;
import org.socialobservatory.ingest.source.RawFile;
import org.socialobservatory.ontology.finding.FindingRule;

/** Reads one resource of a description. */
final class ResourceReader {

    private static final String[] FRICTIONLESS = {
        "title",
        "description",
        "format",
        "mediatype",
        "type",
        "profile",
        "$schema",
        "bytes",
        "hash",
        "sources",
        "licenses",
        "homepage"
    };

    private final PackageFiles files;
    private final Findings findings;
    private final Set<String> personal;
    private final boolean sourced;

    /**
     * @param personal gathers the paths of files with answers of persons
     * @param sourced whether the package cites sources
     */
    ResourceReader(PackageFiles files, Findings findings, Set<String> personal, boolean sourced) {
        this.files = files;
        this.findings = findings;
        this.personal = personal;
        this.sourced = sourced;
    }

    Optional<ResourceDescription> read(Section resource, @Nullable String name) {
        var role = resource.section("observatory");
        var roleName = role.flatMap(section -> section.text("role"));
        boolean described = roleName.filter(Role.COMPOSITES.code()::equals).isPresent() && !resource.has("path");
        var path = described ? null : path(resource);
        if (path != null && roleName.isPresent() && roleName.get().equals("responses")) {
            personal.add(path);
        }
        var file = path == null
                ? null
                : files.take(path, resource.place("path"), findings).orElse(null);
        if (described) {
            // It is said in the description itself.
            file = files.descriptor(findings).orElse(null);
        }
        var schema = new SchemaReader(files, findings).read(resource);
        var writing = writing(resource, schema);
        var crs = resource.text("crs").or(() -> role.flatMap(section -> section.text("crs")));
        if (role.isEmpty()) {
            findings.add(FindingRule.ROLE_MISSING, resource.place(), null, String.valueOf(name));
        }
        var own = described ? null : file;
        var meaning = role.flatMap(section -> meaning(section, roleName, name, own));
        var tolerance = role.map(Tolerance::read).orElse(java.util.Map.of());
        role.ifPresent(section -> section.close(FindingRule.KEY_UNKNOWN));
        resource.close(FindingRule.KEY_IGNORED, FRICTIONLESS);
        if (name == null || file == null || meaning.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ResourceDescription(
                name, file, writing.dialect, schema, writing.marks, crs.orElse(null), tolerance, meaning.get()));
    }

    private static @Nullable String path(Section resource) {
        var paths = resource.texts("path");
        if (paths.size() == 1) {
            return paths.getFirst();
        }
        if (paths.isEmpty()) {
            resource.missing("path");
        } else {
            resource.fault(FindingRule.VALUE_NOT_ALLOWED, "path", null, "path", String.join(", ", paths), "1");
        }
        return null;
    }

    private Optional<Meaning> meaning(
            Section section, Optional<String> roleName, @Nullable String resource, @Nullable RawFile file) {
        if (roleName.isEmpty()) {
            section.missing("role");
            section.names();
            return Optional.empty();
        }
        var role = Role.of(roleName.get());
        if (role.isEmpty()) {
            if (Role.NOT_YET.contains(roleName.get())) {
                section.fault(FindingRule.ROLE_NOT_TAKEN, "role", roleName.get(), roleName.get());
            } else {
                section.choice("role", Role.names(), Role.AREAS);
            }
            section.names();
            return Optional.empty();
        }
        var bindings = new BindingReader(files, findings);
        return switch (role.get()) {
            case OBSERVATIONS -> new ObservationsReader(bindings, sourced).read(section);
            case RESPONSES -> new ResponsesReader(bindings, files).read(section);
            case COMPOSITES -> new CompositesReader().read(section, file);
            case MEETINGS -> new StatementsReader(bindings).meetings(section);
            case AREAS, CHANGES, INDICATORS, CODES, PLACES ->
                new StatementsReader(bindings).read(section, role.get(), resource == null ? "" : resource);
        };
    }

    private record Writing(Dialect dialect, Schema.NumberMarks marks) {}

    private static Writing writing(Section resource, Schema schema) {
        var encoding = resource.text("encoding");
        var sheet = resource.text("sheet");
        var names = schema.fields().stream().map(Schema.Field::name).toList();
        var section = resource.section("dialect").orElse(null);
        if (section == null) {
            return new Writing(
                    new Dialect(null, '"', null, true, names, encoding.orElse(null), sheet.orElse(null)),
                    Schema.NumberMarks.UNDECLARED);
        }
        var quote = section.sign("quoteChar");
        var dialect = new Dialect(
                section.sign("delimiter"),
                quote == null ? '"' : quote,
                section.sign("commentChar"),
                section.flag("header", true),
                names,
                encoding.or(() -> section.text("encoding")).orElse(null),
                sheet.or(() -> section.text("sheet"))
                        .or(() -> section.text("sheetName"))
                        .orElse(null));
        var marks = new Schema.NumberMarks(section.sign("decimalChar"), section.sign("groupChar"));
        section.close(FindingRule.KEY_IGNORED, "lineTerminator", "doubleQuote", "skipInitialSpace", "csvddfVersion");
        return new Writing(dialect, marks);
    }
}
