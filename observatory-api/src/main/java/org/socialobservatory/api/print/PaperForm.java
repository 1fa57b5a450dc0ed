package org.socialobservatory.api.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * A page in the form that openhtmltopdf sets rightly: its sides alone, with a style sheet of CSS 2.1. That library joins
 * Arabic letters and runs them from the right, but it does not mirror what stands side by side, knows neither vowel marks
 * nor the narrow space of French numbers, and takes the sign of direction for a letter; what it needs of these is done here.
 */
final class PaperForm {

    private static final String STYLE = "typeset.css";

    private static final String A4 = "@page { size: A4 portrait; margin: 9mm 12mm; }\n";
    private static final String A3 = "@page { size: A3 portrait; margin: 14mm; }\n";

    /** What stands side by side: cells of a row, and parts that the page marks so. */
    private static final String ACROSS = "tr, .across";
    /** Short vowels and their like, which Arabic is read without. */
    private static final Pattern VOWELS = Pattern.compile("[\\u064b-\\u0652\\u0670]");

    private static final Pattern NARROW_SPACE = Pattern.compile("[\\u202f\\u2009]");

    /** Says that a number is written from the left; fonts have a glyph for it, which nobody wants to see. */
    private static final char LEFT_TO_RIGHT = '\u200e';

    private PaperForm() {}

    static Document of(Document page) {
        var paper = Document.createShell(page.location());
        paper.title(page.title());
        paper.select("html").attr("lang", page.select("html").attr("lang"));
        var size = page.select("article.side.a3").isEmpty() ? A4 : A3;
        paper.head().appendElement("style").appendChild(new DataNode(size + style()));
        for (var side : page.select("article.side")) {
            side.remove();
            if (side.attr("dir").equals("rtl")) {
                side.select(ACROSS).forEach(PaperForm::mirror);
            }
            side.addClass(side.attr("dir"));
            side.nodeStream(TextNode.class).toList().forEach(PaperForm::plain);
            side.select("svg").forEach(PaperForm::describe);
            side.select("header, footer, section, figure, figcaption, article, bdi")
                    .forEach(element -> element.addClass(element.tagName())
                            .tagName(element.tagName().equals("bdi") ? "span" : "div"));
            paper.body().appendChild(side);
        }
        return paper;
    }

    private static void mirror(Element row) {
        for (var part : List.copyOf(row.children())) {
            row.prependChild(part);
        }
    }

    private static void plain(TextNode text) {
        var vowelless = VOWELS.matcher(text.getWholeText()).replaceAll("");
        text.text(NARROW_SPACE.matcher(vowelless).replaceAll("\u00a0"));
        var rest = text;
        int at;
        while ((at = rest.getWholeText().indexOf(LEFT_TO_RIGHT)) >= 0) {
            var mark = at == 0 ? rest : rest.splitText(at);
            boolean last = mark.getWholeText().length() == 1;
            rest = last ? new TextNode("") : mark.splitText(1);
            mark.wrap("<span class=direction></span>");
        }
    }

    /** Of drawings readers by ear get what their label says; those without one are decoration. */
    private static void describe(Element drawing) {
        drawing.attr("alt", drawing.attr("aria-label"));
    }

    private static String style() {
        try (var file = Objects.requireNonNull(PaperForm.class.getResourceAsStream(STYLE), STYLE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
