package org.socialobservatory.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.snapshot.Snapshots;
import org.socialobservatory.api.snapshot.rdf.RdfView;
import org.socialobservatory.ontology.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@Doors
class ReadyQuestionsTest {

    @Autowired
    private Snapshots snapshots;

    static Stream<Resource> questions() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:queries/*.rq"));
    }

    @Test
    void thereAreTen() throws IOException {
        assertThat(questions()).hasSize(10);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void eachHasAnAnswerInEveryLanguage(Resource question) throws IOException {
        var text = question.getContentAsString(StandardCharsets.UTF_8);
        for (var language : Language.values()) {
            assertThat(text).contains("# " + language.tag() + ": ");
            var query = QueryFactory.create(text.replace("{lang}", language.tag()), Syntax.syntaxSPARQL_11);
            try (var execution = QueryExec.dataset(
                            RdfView.of(snapshots.current()).dataset())
                    .query(query)
                    .build()) {
                var rows = execution.select();
                assertThat(rows.hasNext()).as(question.getFilename()).isTrue();
                var row = rows.next();
                assertThat(row.vars().hasNext()).as(question.getFilename()).isTrue();
            }
        }
    }
}
