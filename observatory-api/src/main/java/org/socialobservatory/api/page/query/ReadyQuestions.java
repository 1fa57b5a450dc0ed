package org.socialobservatory.api.page.query;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.socialobservatory.api.page.query.QueryPage.Question;
import org.socialobservatory.ontology.Language;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The questions in {@code queries/}: their first lines say in three languages what they ask. */
@Component
final class ReadyQuestions {

    /** Stands in a query for the tag of the reader's language. */
    private static final String LANGUAGE = "{lang}";

    private final Map<Language, List<Question>> questions = new EnumMap<>(Language.class);

    ReadyQuestions() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath:queries/*.rq");
        Arrays.sort(files, Comparator.comparing(ReadyQuestions::name));
        for (var language : Language.values()) {
            var all = new ArrayList<Question>();
            for (var file : files) {
                all.add(question(name(file), file.getContentAsString(StandardCharsets.UTF_8), language));
            }
            questions.put(language, List.copyOf(all));
        }
    }

    private static String name(Resource file) {
        return Objects.requireNonNull(file.getFilename());
    }

    private static Question question(String file, String text, Language language) {
        var beginning = "# " + language.tag() + ":";
        var title = text.lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(file + " says nothing in " + language.tag()))
                .substring(beginning.length())
                .strip();
        var query = String.join(
                "\n", text.lines().dropWhile(line -> line.startsWith("#")).toList());
        return new Question(
                file.replaceFirst("^\\d+-", "").replaceFirst("\\.rq$", ""),
                title,
                query.replace(LANGUAGE, language.tag()));
    }

    List<Question> in(Language language) {
        return Objects.requireNonNull(questions.get(language));
    }
}
