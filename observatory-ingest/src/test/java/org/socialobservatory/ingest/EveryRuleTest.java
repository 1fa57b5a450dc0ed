package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.socialobservatory.ontology.finding.FindingRule;

/** Every rule is broken by a small real file in some test of this package, and by the code that finds it. */
class EveryRuleTest {

    private static final Pattern NAMED = Pattern.compile("FindingRule\\.([A-Z_]+)");

    @Test
    void isTriedAndUsed() throws IOException {
        var rules = Arrays.stream(FindingRule.values()).map(Enum::name).toList();
        assertThat(named("src/main/java")).containsAll(rules);
        assertThat(named("src/test/java")).containsAll(rules);
    }

    private static Set<String> named(String folder) throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                NAMED.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group(1)));
            }
        }
        return names;
    }
}
