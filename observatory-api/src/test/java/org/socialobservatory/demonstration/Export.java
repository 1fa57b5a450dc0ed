package org.socialobservatory.demonstration;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.socialobservatory.demonstration.town.Household;
import org.socialobservatory.demonstration.town.Person;
import org.socialobservatory.demonstration.town.Respondent;

/** Answers as ODK Central exports them: a table of submissions, and one for the repeat; the office adds the weight. */
final class Export {

    private static final List<String> ABOUT_THE_SUBMISSION = List.of(
            "KEY",
            "SubmitterID",
            "SubmitterName",
            "AttachmentsPresent",
            "AttachmentsExpected",
            "Status",
            "ReviewState",
            "DeviceID",
            "Edits",
            "FormVersion",
            "poids");

    private final Form form;
    private final String version;

    Export(Form form) {
        this.form = form;
        this.version = form.rows("settings").getFirst().getOrDefault("version", "");
    }

    String households(List<Household> households) {
        var header = new ArrayList<>(List.of("SubmissionDate"));
        form.household().forEach(field -> header.add(field.header()));
        header.addAll(List.of("meta-instanceID", "meta-instanceName"));
        header.addAll(ABOUT_THE_SUBMISSION);
        var rows = households.stream().map(this::household).toList();
        return csv(header, rows);
    }

    String persons(List<Person> persons) {
        var header = new ArrayList<String>();
        form.person().forEach(field -> header.add(field.header()));
        header.addAll(List.of("PARENT_KEY", "KEY"));
        var rows = persons.stream().map(this::person).toList();
        return csv(header, rows);
    }

    private List<String> household(Household household) {
        var row = new ArrayList<>(List.of(household.said("SubmissionDate")));
        row.addAll(answers(form.household(), household));
        var key = household.said("KEY");
        var interviewer = household.said("enqueteur");
        row.add(key);
        row.add(household.said("ilot") + " " + household.said("date_entretien"));
        row.addAll(List.of(key, interviewer.substring(1), "Enquêteur " + interviewer, "0", "0", "", "", ""));
        row.addAll(List.of("0", version, String.format(Locale.ROOT, "%.4f", household.weight())));
        return row;
    }

    private List<String> person(Person person) {
        var row = answers(form.person(), person);
        row.add(person.said("PARENT_KEY"));
        row.add(person.said("KEY"));
        return row;
    }

    private static List<String> answers(List<Form.Field> fields, Respondent respondent) {
        var answers = new ArrayList<String>();
        fields.forEach(field -> answers.add(respondent.said(field.name())));
        return answers;
    }

    private static String csv(List<String> header, List<List<String>> rows) {
        var text = new StringWriter();
        try (var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writer.writeRecord(header);
            rows.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
