package org.socialobservatory.ontology.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.socialobservatory.ontology.Language;

class FindingsPageTest {

    private static final Path PAGE = Path.of(System.getProperty("observatory.project", ".."), "docs", "findings.md");

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d(?:,(?:number|row))?}");

    private static final String HEAD = """
            # Findings

            Every rule that a data package can break: what is wrong, then what would satisfy it. An *error* stops the
            edition, a *warning* is published with it, an *info* is only said. `{0}`, `{1}` stand for what was found.

            Written from [FindingRule](../ontology/src/main/java/org/socialobservatory/ontology/finding/FindingRule.java)
            and its [words](../ontology/findings) by `./mvnw test -pl ontology -Dtest=FindingsPageTest -Dbless`.
            """;

    @Test
    void listsEveryRuleWithItsOnlyWording() throws IOException {
        var page = HEAD
                + Arrays.stream(Severity.values())
                        .map(FindingsPageTest::section)
                        .collect(Collectors.joining());
        if (System.getProperty("bless") != null) {
            Files.createDirectories(PAGE.toAbsolutePath().getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("the page; -Dbless writes it anew").hasContent(page);
    }

    @Test
    void saysTheSameOfEveryRuleInThreeLanguages() {
        var keys = Arrays.stream(FindingRule.values())
                .flatMap(rule -> Stream.of(rule.code(), rule.code() + ".remedy"))
                .toList();
        for (Language language : Language.values()) {
            assertThat(Wording.in(language).keys()).containsExactlyInAnyOrderElementsOf(keys);
        }
        for (String key : keys) {
            assertThat(arguments(Language.AR, key)).as(key).isEqualTo(arguments(Language.FR, key));
            assertThat(arguments(Language.EN, key)).as(key).isEqualTo(arguments(Language.FR, key));
        }
    }

    private static Set<String> arguments(Language language, String key) {
        return ARGUMENT.matcher(Wording.in(language).of(key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static String section(Severity severity) {
        var rows = Arrays.stream(FindingRule.values())
                .filter(rule -> rule.severity() == severity)
                .map(FindingsPageTest::row)
                .collect(Collectors.joining());
        return "\n## %s\n| code | français | العربية | English |\n|---|---|---|---|\n%s"
                .formatted(
                        severity.name().charAt(0) + severity.name().substring(1).toLowerCase(Locale.ROOT), rows);
    }

    private static String row(FindingRule rule) {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(rule.code(), said(rule, Language.FR), said(rule, Language.AR), said(rule, Language.EN));
    }

    private static String said(FindingRule rule, Language language) {
        return (rule.sentence(language, List.of()) + "<br>*" + rule.remedy(language, List.of()) + "*")
                .replace("|", "\\|")
                .replace("\u2068", "")
                .replace("\u2069", "");
    }
}
