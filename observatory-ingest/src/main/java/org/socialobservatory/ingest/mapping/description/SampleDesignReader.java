package org.socialobservatory.ingest.mapping.description;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.description.SampleDesign.Kind;
import org.socialobservatory.ingest.mapping.description.SampleDesign.LonelyPsu;
import org.socialobservatory.ingest.mapping.description.SampleDesign.Method;
import org.socialobservatory.ingest.mapping.description.SampleDesign.Replicates;
import org.socialobservatory.ingest.source.PackageFiles;
import org.socialobservatory.ontology.finding.FindingRule;

/** Reads how the respondents of a table were chosen. */
final class SampleDesignReader {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?");

    private final BindingReader bindings;
    private final PackageFiles files;

    SampleDesignReader(BindingReader bindings, PackageFiles files) {
        this.bindings = bindings;
        this.files = files;
    }

    /** @param inherits whether what is not said here comes from a parent */
    SampleDesign read(Section section, boolean inherits) {
        var kind = section.choice("design", Map.of("srs", Kind.SRS, "census", Kind.CENSUS), Kind.WEIGHTED);
        var weight = bindings.read(section, "weight", true).orElse(null);
        var population = number(section, "population");
        if (kind == Kind.WEIGHTED && weight == null && !inherits) {
            section.missing("weight");
        }
        if (kind == Kind.SRS && population == null) {
            section.missing("population");
        }
        var lonely = ResponsesReader.words(LonelyPsu.values(), LonelyPsu::code);
        return new SampleDesign(
                kind,
                weight,
                ResponsesReader.columns(section, "strata"),
                ResponsesReader.columns(section, "cluster"),
                bindings.read(section, "fpc", true).orElse(null),
                population,
                section.choice("lonelyPsu", lonely, LonelyPsu.ADJUST),
                section.section("replicates")
                        .flatMap(SampleDesignReader::replicates)
                        .orElse(null),
                margins(section));
    }

    private static Optional<Replicates> replicates(Section section) {
        var methods = ResponsesReader.words(Method.values(), Method::code);
        boolean said = section.has("method");
        var method = section.choice("method", methods, Method.BOOTSTRAP);
        var columns = ResponsesReader.columns(section, "columns");
        var scale = number(section, "scale");
        var rscales = numbers(section, "rscales");
        var rho = number(section, "rho");
        boolean mse = section.flag("mse", false);
        section.close(FindingRule.KEY_UNKNOWN);
        if (!said) {
            section.missing("method");
        }
        if (columns.isEmpty()) {
            section.missing("columns");
        }
        if (method == Method.FAY && rho == null) {
            section.missing("rho");
        }
        if (method == Method.JKN
                ? rscales.size() != columns.size()
                : !rscales.isEmpty() && rscales.size() != columns.size()) {
            section.fault(
                    FindingRule.VALUE_NOT_ALLOWED,
                    "rscales",
                    null,
                    section.path() + ".rscales",
                    "[" + rscales.size() + "]",
                    "[" + columns.size() + "]");
            return Optional.empty();
        }
        return said && !columns.isEmpty()
                ? Optional.of(new Replicates(method, columns, scale, rscales, rho, mse))
                : Optional.empty();
    }

    private List<SampleDesign.Margin> margins(Section section) {
        var found = new ArrayList<SampleDesign.Margin>();
        for (String path : section.texts("margins")) {
            files.take(path, section.place("margins"), section.findings())
                    .ifPresent(file -> found.addAll(new MarginTable(files, section.findings()).read(file)));
        }
        return found;
    }

    /** A number that is not negative. */
    static @Nullable BigDecimal number(Section section, String key) {
        var text = section.text(key).orElse(null);
        return text == null ? null : number(section, key, text);
    }

    private static List<BigDecimal> numbers(Section section, String key) {
        var found = new ArrayList<BigDecimal>();
        for (String text : section.texts(key)) {
            var number = number(section, key, text);
            if (number != null) {
                found.add(number);
            }
        }
        return found;
    }

    private static @Nullable BigDecimal number(Section section, String key, String text) {
        var number = number(text.strip());
        if (number == null) {
            section.fault(FindingRule.VALUE_NOT_ALLOWED, key, text, key, text, "0, 1.5, …");
        }
        return number;
    }

    /** The number of a text; null where it is none or negative. */
    static @Nullable BigDecimal number(String text) {
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }
}
