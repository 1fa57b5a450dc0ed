package org.socialobservatory.ingest.vault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.Known;
import org.socialobservatory.ingest.mapping.RowFindings;
import org.socialobservatory.ingest.mapping.answers.AnswerReader;
import org.socialobservatory.ingest.mapping.description.ResourceDescription;
import org.socialobservatory.ingest.mapping.description.Responses;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ingest.source.Table;
import org.socialobservatory.ingest.source.xlsform.XlsForm;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.survey.Question;
import org.socialobservatory.ontology.survey.Questionnaire;

/** All answers of a package, read into the staging of a vault: households before their persons. */
public final class Answers {

    /** What exports write between the names of groups, and what names may have within. */
    private static final Pattern SEPARATOR = Pattern.compile("[-.:/]");

    private final Map<String, Described> sources = new LinkedHashMap<>();
    private final Map<String, Optional<Questionnaire>> questionnaires = new LinkedHashMap<>();
    private final Map<String, UnaryOperator<String[]>> withoutPersonal = new HashMap<>();
    private final Map<String, VaultTable> tables = new HashMap<>();

    /** What a package says of a table of answers. */
    public record Described(ResourceDescription resource, Responses responses, RowFindings findings) {
        String name() {
            return resource.name();
        }
    }

    /** A table of answers that arrives. */
    public record Source(Described described, Table table) {}

    private Answers(List<Described> sources) {
        sources.forEach(source -> this.sources.put(source.name(), source));
    }

    /**
     * Reads all tables. What is wrong with them is in their findings; a table that could not be read is missing among
     * {@link #tables()}.
     *
     * @param dataset code of the dataset: answers that were erased from it are left out
     * @param territory as it will be with the package, to find points in
     */
    public static Answers read(
            List<Source> sources, String dataset, Known known, Territory territory, Staging staging) {
        var answers = new Answers(sources.stream().map(Source::described).toList());
        var arrival = answers.new Arrival(sources, dataset, known, territory, staging);
        for (Source source : sources) {
            arrival.read(source, new HashSet<>());
        }
        answers.tables().forEach(table -> staging.add(table.kept()));
        return answers;
    }

    /** The answers of an edition, as they lie in the vault. */
    public static Answers kept(List<Described> sources, KeptAnswers kept) {
        var answers = new Answers(sources);
        for (Described source : sources) {
            var table = kept.tables().get(source.name());
            if (table != null) {
                answers.tables.put(
                        source.name(),
                        ParquetTable.read(
                                table, source.responses, source.resource.file().sha256()));
            }
        }
        return answers;
    }

    /** What was read, in the order of the package. */
    public List<VaultTable> tables() {
        return sources.keySet().stream()
                .flatMap(name -> Optional.ofNullable(tables.get(name)).stream())
                .toList();
    }

    /** The questionnaires, by their path in the package. */
    public Map<String, Questionnaire> questionnaires() {
        var found = new LinkedHashMap<String, Questionnaire>();
        questionnaires.forEach((path, form) -> form.ifPresent(one -> found.put(path, one)));
        return found;
    }

    /** The questionnaire to which a table answers, its own or that of its parent. */
    public Optional<Questionnaire> questionnaire(String resource) {
        var source = sources.get(resource);
        return source == null ? Optional.empty() : questionnaire(source);
    }

    /**
     * Full names of the questions to which a table has no answer as it was given: those that tell who somebody is, by
     * their nature or because the package says so.
     */
    public List<String> notKept(String resource) {
        var source = sources.get(resource);
        if (source == null) {
            return List.of();
        }
        var personal = new ArrayList<>(source.responses.personal().dropped());
        Optional.ofNullable(source.responses.personal().person()).ifPresent(personal::add);
        return questionnaire(source).stream()
                .flatMap(form -> form.questions().stream())
                .filter(question ->
                        question.type().identifying() || personal.stream().anyMatch(column -> names(column, question)))
                .map(Question::fullName)
                .sorted()
                .distinct()
                .toList();
    }

    /** Whether a title names a question, with all of the groups around it, some, or none. */
    private static boolean names(String title, Question question) {
        var own = SEPARATOR.matcher(title).replaceAll("/");
        var full = SEPARATOR.matcher(question.fullName()).replaceAll("/");
        return full.equals(own) || full.endsWith("/" + own);
    }

    /** What may be kept aside of a refused row of a table. */
    public UnaryOperator<String[]> withoutPersonal(String resource) {
        return withoutPersonal.getOrDefault(resource, _ -> new String[0]);
    }

    private Optional<Questionnaire> questionnaire(Described source) {
        return questionnaire(source, new HashSet<>());
    }

    /** @param passed names of the tables whose parent this is, in case they go round in a circle */
    private Optional<Questionnaire> questionnaire(Described source, Set<String> passed) {
        var file = source.responses.questionnaire();
        if (file != null) {
            return questionnaires.computeIfAbsent(
                    file.path(), path -> XlsForm.read(file, Place.of(path), source.findings.findings()));
        }
        var belongs = source.responses.parent();
        var above = belongs == null ? null : sources.get(belongs.resource());
        return above == null || !passed.add(source.resource.name()) ? Optional.empty() : questionnaire(above, passed);
    }

    /** The reading of tables that arrive: households before their persons. */
    private final class Arrival {
        private final Map<String, Source> arriving = new LinkedHashMap<>();
        private final Map<String, AnswerReader> readers = new HashMap<>();
        private final AnswerReader.Surroundings around;
        private final Staging staging;

        Arrival(List<Source> sources, String dataset, Known known, Territory territory, Staging staging) {
            sources.forEach(source -> arriving.put(source.described.name(), source));
            this.around = new AnswerReader.Surroundings(
                    known,
                    territory,
                    staging.vault().pseudonyms(),
                    staging.vault().erased().of(dataset));
            this.staging = staging;
        }

        private @Nullable AnswerReader read(Source source, Set<String> children) {
            var name = source.described.name();
            if (readers.containsKey(name)) {
                return readers.get(name);
            }
            AnswerReader parent = null;
            var belongs = source.described.responses.parent();
            if (belongs != null) {
                var above = arriving.get(belongs.resource());
                if (above == null || !children.add(name) || children.contains(above.described.name())) {
                    var nearest = Spelling.nearestText(belongs.resource(), others(name));
                    source.described
                            .findings
                            .findings()
                            .add(
                                    FindingRule.VALUE_NOT_ALLOWED,
                                    source.described.findings.place(),
                                    belongs.resource(),
                                    "parent.resource",
                                    belongs.resource(),
                                    nearest);
                    return null;
                }
                parent = read(above, children);
                if (parent == null || !tables.containsKey(above.described.name())) {
                    return null;
                }
            }
            var reader = new AnswerReader(
                    source.described.resource,
                    source.described.responses,
                    questionnaire(source.described),
                    source.table,
                    parent,
                    keys(name),
                    around,
                    source.described.findings);
            readers.put(name, reader);
            withoutPersonal.put(name, reader::withoutPersonal);
            write(source, reader);
            return reader;
        }

        private List<String> others(String name) {
            return sources.keySet().stream()
                    .filter(other -> !other.equals(name))
                    .toList();
        }

        /** The columns by which other tables belong to this one. */
        private List<String> keys(String name) {
            var keys = new ArrayList<String>();
            for (Described source : sources.values()) {
                var belongs = source.responses.parent();
                if (belongs != null && belongs.resource().equals(name) && !keys.contains(belongs.key())) {
                    keys.add(belongs.key());
                }
            }
            return keys;
        }

        private void write(Source source, AnswerReader reader) {
            var name = source.described.name();
            try (var writer = new VaultWriter(staging.folder(), name)) {
                if (reader.read(writer)) {
                    var variables = writer.finish(reader.commonWeight(), reader.commonFpc());
                    tables.put(
                            name,
                            new VaultTable(
                                    name,
                                    source.described.responses,
                                    writer.parquet(),
                                    variables,
                                    reader.taken(),
                                    source.described.resource.file().sha256(),
                                    writer.received()));
                }
            } catch (IOException unwritable) {
                throw new VaultException("The answers of " + name + " cannot be written", unwritable);
            }
        }
    }
}
