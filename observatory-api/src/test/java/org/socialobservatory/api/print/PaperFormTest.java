package org.socialobservatory.api.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class PaperFormTest {

    private static Document paper(String direction, String content) {
        return PaperForm.of(Jsoup.parse("""
                <html lang="ar"><head><title>س</title><script>no()</script></head><body><nav>menu</nav>
                <article class="side a4" dir="%s">%s</article></body></html>""".formatted(direction, content)));
    }

    @Test
    void keepsTheSidesAndNothingElse() {
        var paper = paper("rtl", "<p>نص</p>");
        assertThat(paper.title()).isEqualTo("س");
        assertThat(paper.select("html").attr("lang")).isEqualTo("ar");
        assertThat(paper.body().text()).isEqualTo("نص");
        assertThat(paper.select("script, link")).isEmpty();
    }

    @Test
    void mirrorsWhatStandsSideBySideInArabicOnly() {
        var content = "<table><tr><td>1</td><td>2</td><td>3</td></tr></table><div class=across><p>a</p><p>b</p></div>";
        assertThat(paper("rtl", content).body().text()).isEqualTo("3 2 1 b a");
        assertThat(paper("ltr", content).body().text()).isEqualTo("1 2 3 a b");
    }

    @Test
    void leavesOutVowelMarksAndWidensNarrowSpaces() {
        assertThat(paper("rtl", "<p>شخصًا مُدَرَّس</p>").body().text()).isEqualTo("شخصا مدرس");
        assertThat(paper("ltr", "<p>1\u202f234 %</p>").expectFirst("p").wholeText())
                .isEqualTo("1\u00a0234 %");
    }

    @Test
    void keepsTheSignOfDirectionWithoutShowingIt() {
        var paper = paper("rtl", "<p>و\u200e19,2%، \u200e3%</p>");
        assertThat(paper.expectFirst("p").wholeText()).isEqualTo("و\u200e19,2%، \u200e3%");
        assertThat(paper.select("span.direction").eachText()).hasSize(2);
        assertThat(paper.expectFirst("p").ownText()).isEqualTo("و19,2%، 3%");
    }
}
