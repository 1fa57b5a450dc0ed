package org.socialobservatory.api.ogc.cql2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialobservatory.api.ogc.cql2.Expression.Operation;
import org.socialobservatory.api.problem.ApiProblem;
import org.socialobservatory.ontology.reference.ReferenceData;
import org.socialobservatory.ontology.reference.ReferenceFolder;

/** Every example of the standard is read, and read again from what is written of it in both languages. */
@ReferenceData
class Cql2ExamplesTest {

    /** An expression that is no filter: a function of which there is none here. */
    private static final String NO_FILTER = "clause6_01.txt";

    static List<Path> examples() throws IOException {
        var folder = ReferenceFolder.path("cql2/text");
        if (!Files.isDirectory(folder)) {
            return List.of(folder);
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void comesBackFromBothLanguages(Path example) throws IOException {
        var read = FilterLanguage.CQL2_TEXT.read(Files.readString(example));
        for (var language : FilterLanguage.values()) {
            assertThat(language.read(language.write(read)))
                    .as(language.write(read))
                    .isEqualTo(read);
        }
        assertThat(example.getFileName().toString().equals(NO_FILTER)).isEqualTo(!(read instanceof Operation));
    }

    @Test
    void thereAreSixScoreOfThem() throws IOException {
        assertThat(examples()).hasSizeGreaterThan(115);
    }

    /** No prefix of an example makes anything fail but the filter. */
    @ParameterizedTest
    @MethodSource("examples")
    void isReadOrRefusedWhereverItIsCut(Path example) throws IOException {
        var text = Files.readString(example);
        for (int end = 0; end < text.length(); end++) {
            try {
                assertThat(FilterLanguage.CQL2_TEXT.read(text.substring(0, end)))
                        .isNotNull();
            } catch (ApiProblem.BadParameter refused) {
                assertThat(refused.rule().code()).startsWith("filter-");
            }
        }
    }
}
