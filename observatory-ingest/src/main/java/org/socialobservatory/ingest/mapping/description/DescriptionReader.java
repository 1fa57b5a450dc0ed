package org.socialobservatory.ingest.mapping.description;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.source.Descriptor;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.Node;
import org.socialobservatory.ingest.source.PackageFiles;
import org.socialobservatory.ingest.source.RawFile;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.cube.Dataset;
import org.socialobservatory.ontology.finding.FindingRule;

/** Reads {@code datapackage.yaml}: the keys of Frictionless Data that are ours to read, and those of the observatory. */
public final class DescriptionReader {

    private static final String[] FRICTIONLESS = {
        "$schema", "profile", "id", "description", "homepage", "version", "created", "keywords", "image", "contributors"
    };

    private final PackageFiles files;
    private final Findings findings;
    private final Set<String> personal = new HashSet<>();

    private DescriptionReader(PackageFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    /** The description of a package; empty, with findings, where it does not even say its name. */
    public static Optional<PackageDescription> read(PackageFiles files, Findings findings) {
        return files.descriptor(findings)
                .flatMap(file -> Descriptor.read(file, findings)
                        .flatMap(keys -> new DescriptionReader(files, findings).read(file, keys)));
    }

    private Optional<PackageDescription> read(RawFile file, Node.Keys keys) {
        var top = new Section(keys, "", file.path(), findings);
        var name = code(top, "name", true);
        var title = top.multilingual("title");
        if (title.isEmpty()) {
            top.missing("title");
        }
        var town = code(top, "town", false);
        var publisher = publisher(top);
        var licenses = licenses(top);
        var sources = sources(top);
        boolean fictitious = top.flag("fictitious", false);
        var reason = top.text("reason").orElse("");
        var resources = resources(top);
        top.close(FindingRule.KEY_IGNORED, FRICTIONLESS);
        if (name == null) {
            return Optional.empty();
        }
        return Optional.of(new PackageDescription(
                new Dataset(name, title, town, publisher, licenses, sources, fictitious), reason, resources, personal));
    }

    private static @Nullable String code(Section section, String key, boolean required) {
        var code = section.text(key);
        if (code.isEmpty()) {
            if (required) {
                section.missing(key);
            }
            return null;
        }
        if (!Codes.valid(code.get())) {
            section.fault(FindingRule.CODE_MALFORMED, key, code.get(), code.get());
            return null;
        }
        return code.get();
    }

    private static Dataset.@Nullable Publisher publisher(Section top) {
        var node = top.node("publisher").orElse(null);
        if (node instanceof Node.Text) {
            var code = code(top, "publisher", false);
            return code == null ? null : new Dataset.Publisher(code, Multilingual.of(Language.FR, code));
        }
        var section = top.section("publisher").orElse(null);
        if (section == null) {
            return null;
        }
        var code = code(section, "code", true);
        var name = section.multilingual("name");
        section.close(FindingRule.KEY_UNKNOWN);
        return code == null ? null : new Dataset.Publisher(code, name);
    }

    private static List<Dataset.License> licenses(Section top) {
        var licenses = new ArrayList<Dataset.License>();
        for (Section license : top.sections("licenses")) {
            var name = license.text("name").or(() -> license.text("path"));
            if (name.isEmpty()) {
                license.missing("name");
            } else {
                licenses.add(new Dataset.License(
                        name.get(),
                        license.text("title").orElse(null),
                        license.text("path").orElse(null)));
            }
            license.close(FindingRule.KEY_IGNORED);
        }
        if (!top.has("licenses")) {
            top.missing("licenses");
        }
        return licenses;
    }

    private static List<Dataset.Citation> sources(Section top) {
        var sources = new ArrayList<Dataset.Citation>();
        for (Section source : top.sections("sources")) {
            var title = source.text("title").or(() -> source.text("path"));
            if (title.isEmpty()) {
                source.missing("title");
            } else {
                sources.add(
                        new Dataset.Citation(title.get(), source.text("path").orElse(null)));
            }
            source.close(FindingRule.KEY_IGNORED, "email", "version");
        }
        return sources;
    }

    private List<ResourceDescription> resources(Section top) {
        var reader = new ResourceReader(files, findings, personal, top.has("sources"));
        var resources = new ArrayList<ResourceDescription>();
        var names = new HashSet<String>();
        for (Section section : top.sections("resources")) {
            var name = code(section, "name", true);
            if (name != null && !names.add(name)) {
                section.fault(FindingRule.NAME_TWICE, "name", name, name);
                name = null;
            }
            reader.read(section, name).ifPresent(resources::add);
        }
        if (!top.has("resources")) {
            top.missing("resources");
        }
        return resources;
    }
}
