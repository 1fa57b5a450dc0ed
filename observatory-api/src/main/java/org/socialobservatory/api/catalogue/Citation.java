package org.socialobservatory.api.catalogue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.cube.Dataset;
import org.socialobservatory.ontology.edition.Edition;

/**
 * How an edition is cited (DataCite's recommendation: who published it, when, title, version, name of the thing).
 *
 * @param id of the entry in a bibliography
 * @param publisher null where the dataset names none
 * @param name the edition's lasting name
 */
record Citation(
        String id,
        String title,
        @Nullable String publisher,
        LocalDate issued,
        int version,
        String name,
        @Nullable String license,
        Language language) {

    /** What TeX would take for its own. */
    private static final Map<Character, String> TEX = Map.of(
            '\\', "\\textbackslash{}",
            '{', "\\{",
            '}', "\\}",
            '&', "\\&",
            '%', "\\%",
            '$', "\\$",
            '#', "\\#",
            '_', "\\_",
            '~', "\\textasciitilde{}",
            '^', "\\textasciicircum{}");

    static Citation of(Snapshot snapshot, Edition edition, Language language) {
        var dataset = snapshot.definitions(edition).dataset();
        return new Citation(
                edition.dataset() + "-" + edition.number(),
                dataset.title().orCode(language, edition.dataset()),
                dataset.publisher() == null
                        ? null
                        : dataset.publisher()
                                .name()
                                .orCode(language, dataset.publisher().code()),
                LocalDate.ofInstant(edition.publishedAt(), ZoneOffset.UTC),
                edition.number(),
                snapshot.iris().edition(edition.dataset(), edition.number()),
                dataset.licenses().stream()
                        .map(Dataset.License::name)
                        .findFirst()
                        .orElse(null),
                language);
    }

    /** As an entry of BibTeX, in UTF-8. */
    String bibTeX() {
        var fields = new LinkedHashMap<String, String>();
        if (publisher != null) {
            // Braces keep the name of a body from being read as that of a person.
            fields.put("author", "{" + tex(publisher) + "}");
            fields.put("publisher", tex(publisher));
        }
        fields.put("title", "{" + tex(title) + "}");
        fields.put("year", Integer.toString(issued.getYear()));
        fields.put("month", Integer.toString(issued.getMonthValue()));
        fields.put("edition", Integer.toString(version));
        fields.put("howpublished", "\\url{" + name + "}");
        fields.put("url", name);
        if (license != null) {
            fields.put("note", tex(license));
        }
        fields.put("language", language.tag());
        var entry = new StringBuilder("@misc{").append(id);
        fields.forEach((field, text) ->
                entry.append(",\n  ").append(field).append(" = {").append(text).append('}'));
        return entry.append("\n}\n").toString();
    }

    private static String tex(String text) {
        var escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(TEX.getOrDefault((char) c, Character.toString(c))));
        return escaped.toString();
    }

    /** As the items of a CSL-JSON bibliography. */
    List<Map<String, Object>> csl() {
        var item = new LinkedHashMap<String, Object>();
        item.put("id", id);
        item.put("type", "dataset");
        item.put("title", title);
        if (publisher != null) {
            item.put("author", List.of(Map.of("literal", publisher)));
            item.put("publisher", publisher);
        }
        item.put(
                "issued",
                Map.of(
                        "date-parts",
                        List.of(List.of(issued.getYear(), issued.getMonthValue(), issued.getDayOfMonth()))));
        item.put("version", Integer.toString(version));
        item.put("URL", name);
        if (license != null) {
            item.put("license", license);
        }
        item.put("language", language.tag());
        return List.of(item);
    }
}
