package org.socialobservatory.demonstration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.socialobservatory.demonstration.answers.Town;
import org.socialobservatory.demonstration.town.Census;
import org.socialobservatory.demonstration.town.Sample;

/** A household survey of Salé that nobody made: the sample, the answers, and the files as they come from the field. */
record DemonstrationSurvey(Form form, Town town) {

    static DemonstrationSurvey make() {
        var census = Census.read();
        var households = Sample.draw(census);
        var town = Town.of(census, households);
        town.answer();
        return new DemonstrationSurvey(Form.read(), town);
    }

    String households() {
        return new Export(form).households(town.households());
    }

    String persons() {
        return new Export(form).persons(town.persons());
    }

    void write(Path folder) throws IOException {
        try (var file = Files.newOutputStream(folder.resolve("questionnaire.xlsx"))) {
            form.write(file);
        }
        compress(households(), folder.resolve("menages.csv.gz"));
        compress(persons(), folder.resolve("personnes.csv.gz"));
    }

    private static void compress(String text, Path path) throws IOException {
        try (var file = new GZIPOutputStream(Files.newOutputStream(path))) {
            file.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
