package org.socialobservatory.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socialobservatory.ingest.publish.Progress;
import org.socialobservatory.ingest.publish.Verification;
import org.socialobservatory.ontology.Language;

class WordsTest {

    private static List<String> keys(Language language) {
        return Collections.list(Words.in(language).bundle().getKeys()).stream()
                .sorted()
                .toList();
    }

    private static Set<String> particulars(Language language, String key) {
        return Pattern.compile("\\{\\d}")
                .matcher(Words.in(language).bundle().getString(key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySentenceIsSaidInEveryLanguageWithTheSameParticulars(Language language) {
        assertThat(keys(language)).isEqualTo(keys(Language.EN));
        assertThat(keys(language)).allSatisfy(key -> {
            assertThat(Words.in(language).say(key)).isNotBlank();
            assertThat(particulars(language, key)).isEqualTo(particulars(Language.EN, key));
        });
    }

    @Test
    void everyStageAndFaultHasASentence() {
        var keys = keys(Language.FR);
        assertThat(Arrays.stream(Progress.Stage.values()).map(stage -> "stage." + lower(stage)))
                .isSubsetOf(keys);
        assertThat(Arrays.stream(Verification.Fault.values()).map(fault -> "verify." + lower(fault)))
                .isSubsetOf(keys);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
