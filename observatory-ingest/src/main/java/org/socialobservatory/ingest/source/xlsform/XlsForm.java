package org.socialobservatory.ingest.source.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.RawFile;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ingest.source.workbook.WorkbookTable;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.survey.Choice;
import org.socialobservatory.ontology.survey.ChoiceList;
import org.socialobservatory.ontology.survey.Questionnaire;
import org.socialobservatory.ontology.survey.Wordings;

/**
 * Reads a questionnaire from a workbook with the sheets {@code survey}, {@code choices} and {@code settings}
 * (<a href="https://xlsform.org">XLSForm</a>). Expressions stay the text that they are.
 */
public final class XlsForm {

    private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9._~-]+");
    private static final Pattern EDGE = Pattern.compile("^[^A-Za-z0-9]+|-+$");
    private static final int LONGEST_CODE = 100;
    /** Nobody answers more questions; a longer sheet is something else. */
    private static final int MOST_ROWS = 10_000;

    private final RawFile file;
    private final Place place;
    private final Findings findings;
    private final List<String> sheets;

    private XlsForm(RawFile file, Place place, Findings findings) {
        this.file = file;
        this.place = place;
        this.findings = findings;
        this.sheets = WorkbookTable.sheets(file, place, findings);
    }

    /** The questionnaire of a file, as far as it can be read; empty, with findings, where there is none at all. */
    public static Optional<Questionnaire> read(RawFile file, Place place, Findings findings) {
        return new XlsForm(file, place, findings).questionnaire();
    }

    private Optional<Questionnaire> questionnaire() {
        if (sheets.isEmpty()) {
            return Optional.empty();
        }
        var survey = sheet("survey");
        if (survey == null) {
            findings.add(FindingRule.SHEET_MISSING, place, "survey", "survey", Spelling.nearestText("survey", sheets));
            return Optional.empty();
        }
        var settings = settings();
        var language = settings.flatMap(row -> row.find("default_language"))
                .map(FormLanguages::tag)
                .orElse(Wordings.UNDETERMINED);
        boolean repeatsChoices = settings.flatMap(row -> row.find("allow_choice_duplicates"))
                .filter(text -> text.equalsIgnoreCase("yes"))
                .isPresent();
        survey.defaultLanguage(language);
        var lists = new LinkedHashMap<String, ChoiceList>();
        for (String name : List.of("choices", "external_choices", "columns")) {
            choices(name, language, repeatsChoices).forEach(lists::putIfAbsent);
        }
        if (!survey.require(findings, "type", "name")) {
            return Optional.empty();
        }
        if (survey.rows().size() > MOST_ROWS) {
            findings.add(
                    FindingRule.FORM_TOO_LONG,
                    place.sheet("survey"),
                    null,
                    String.valueOf(survey.rows().size()),
                    String.valueOf(MOST_ROWS));
            return Optional.empty();
        }
        var content = new SurveyRows(lists, findings).read(survey.rows());
        var languages = new LinkedHashSet<>(survey.languages("label"));
        return Optional.of(new Questionnaire(
                code(settings),
                settings.flatMap(row -> row.find("version")).orElse(null),
                settings.map(row -> row.wordings("form_title")).orElse(Wordings.NONE),
                List.copyOf(languages),
                content.sections(),
                content.questions(),
                List.copyOf(lists.values()),
                content.variables()));
    }

    private @Nullable FormSheet sheet(String name) {
        for (String sheet : sheets) {
            if (sheet.strip().equalsIgnoreCase(name)) {
                return FormSheet.read(file, sheet, place, findings);
            }
        }
        return null;
    }

    private Optional<FormSheet.Row> settings() {
        var sheet = sheet("settings");
        if (sheet == null || sheet.rows().isEmpty()) {
            return Optional.empty();
        }
        var first = sheet.rows().getFirst();
        first.find("default_language").map(FormLanguages::tag).ifPresent(sheet::defaultLanguage);
        return Optional.of(first);
    }

    /** The form's id, else its title, else the name of the file, in the characters of a code. */
    private String code(Optional<FormSheet.Row> settings) {
        var name = settings.flatMap(row -> row.find("form_id").or(() -> row.find("form_title")))
                .orElse(file.path().replaceAll(".*/|\\.[^.]*$", ""));
        var code = EDGE.matcher(UNFIT.matcher(name).replaceAll("-")).replaceAll("");
        var kept = code.substring(0, Math.min(code.length(), LONGEST_CODE));
        return kept.isEmpty() ? "questionnaire" : kept;
    }

    private Map<String, ChoiceList> choices(String name, String language, boolean repeats) {
        var sheet = sheet(name);
        if (sheet == null || sheet.rows().isEmpty()) {
            return Map.of();
        }
        sheet.defaultLanguage(language);
        if (!sheet.require(findings, "list_name", "name")) {
            return Map.of();
        }
        var found = new LinkedHashMap<String, List<Choice>>();
        var seen = new LinkedHashMap<List<String>, Long>();
        for (FormSheet.Row row : sheet.rows()) {
            var list = row.get("list_name");
            var code = row.get("name");
            if (list.isEmpty() && code.isEmpty()) {
                continue;
            }
            if (list.isEmpty() || code.isEmpty()) {
                var missing = list.isEmpty() ? "list_name" : "name";
                row.fault(findings, FindingRule.FORM_CELL_MISSING, missing, missing);
                continue;
            }
            var first = seen.putIfAbsent(List.of(list, code), row.number());
            if (first == null) {
                found.computeIfAbsent(list, _ -> new ArrayList<>()).add(new Choice(code, row.wordings("label")));
            } else if (!repeats && !name.equals("external_choices")) {
                row.fault(findings, FindingRule.FORM_CHOICE_TWICE, "name", code, list, String.valueOf(first));
            }
        }
        var lists = new LinkedHashMap<String, ChoiceList>();
        found.forEach((list, choices) -> lists.put(list, new ChoiceList(list, choices)));
        return lists;
    }
}
