package org.socialobservatory.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.socialobservatory.ontology.Language;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class TemplatesTest {

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<(?:[^>\"]|\"[^\"]*\")*>");
    private static final Pattern SAID = Pattern.compile("\\b(?:title|alt|placeholder|aria-label)=\"[^\"]*\"");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z0-9.-]+)");
    private static final Pattern COUNT = Pattern.compile("@site\\.count\\('([a-z0-9.-]+)'");

    private static final Pattern SAY = Pattern.compile("@site\\.say\\(\\w+, '([a-z0-9.-]+)'[,)]");

    private record Template(String name, String text) {}

    private static List<Template> templates() throws IOException {
        var templates = new ArrayList<Template>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:templates/*.html")) {
            templates.add(
                    new Template(String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8)));
        }
        assertThat(templates).isNotEmpty();
        return templates;
    }

    @Test
    void noTemplateSaysAWordOfItsOwn() throws IOException {
        for (var template : templates()) {
            var markup = COMMENT.matcher(template.text()).replaceAll("");
            assertThat(TAG.matcher(markup).replaceAll(" ")).as(template.name()).doesNotContainPattern("\\p{L}");
            SAID.matcher(markup.replaceAll("th:(?:title|alt|placeholder|aria-label)=\"[^\"]*\"", ""))
                    .results()
                    .forEach(words ->
                            assertThat(words.group()).as(template.name()).isNull());
        }
    }

    @Test
    void everyMessageOfATemplateExists() throws IOException {
        var known = new Messages().in(Language.FR).keySet();
        var used = new TreeSet<String>();
        for (var template : templates()) {
            KEY.matcher(template.text()).results().forEach(key -> used.add(key.group(1)));
            SAY.matcher(template.text()).results().forEach(key -> used.add(key.group(1)));
            COUNT.matcher(template.text()).results().forEach(key -> used.add(key.group(1)));
        }
        assertThat(known).containsAll(used);
    }
}
