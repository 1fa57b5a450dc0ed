package org.socialobservatory.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socialobservatory.ontology.Language;

class MessagesTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)\\b");

    private final Messages messages = new Messages();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasTheSameKeys(Language language) {
        assertThat(messages.in(language))
                .containsOnlyKeys(messages.in(Language.FR).keySet());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageIsGivenTheSameArguments(Language language) {
        messages.in(language)
                .forEach((key, pattern) -> assertThat(arguments(pattern))
                        .as(key)
                        .isSubsetOf(arguments(messages.in(Language.FR).getOrDefault(key, ""))));
    }

    private static Set<String> arguments(String pattern) {
        var found = new TreeSet<String>();
        ARGUMENT.matcher(pattern).results().forEach(argument -> found.add(argument.group(1)));
        return found;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyMessageIsWellFormedAndNotEmpty(Language language) {
        messages.in(language).forEach((key, pattern) -> {
            assertThat(pattern).as(key).isNotBlank();
            assertThat(new MessageFormat(pattern, ULocale.forLanguageTag(language.tag())))
                    .as(key)
                    .isNotNull();
        });
    }

    @Test
    void arabicIsWrittenInArabic() {
        messages.in(Language.AR).forEach((key, pattern) -> {
            boolean notWords =
                    Set.of("foot.sparql", "optional.count", "list.separator").contains(key)
                            || pattern.replaceAll("[\\W\\d]", "").isEmpty();
            if (!notWords) {
                assertThat(pattern).as(key).containsPattern("\\p{InArabic}");
            }
        });
    }

    @Test
    void aWithheldFigureSaysWhyInEightWords() {
        for (var language : Language.values()) {
            assertThat(messages.say(language, "figure.withheld")
                            .replace(",", "")
                            .split("[\\s\u00a0]+"))
                    .as(language.tag())
                    .hasSize(8);
        }
    }

    @Test
    void arabicHasItsDual() {
        var wording = new Wording(messages, Language.AR, false);
        assertThat(wording.count("unit.households", 2)).isEqualTo("أسرتان");
        assertThat(wording.count("unit.households", 1200)).isEqualTo("1\u202f200 أسرة");
    }
}
