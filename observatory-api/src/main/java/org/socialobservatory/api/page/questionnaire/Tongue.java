package org.socialobservatory.api.page.questionnaire;

import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Wording;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.survey.Questionnaire;
import org.socialobservatory.ontology.survey.Wordings;

/**
 * A language in which a questionnaire asks.
 *
 * @param tag BCP 47; {@code und} where the form does not say which it is
 * @param name in the reader's language
 * @param lang the tag where a browser may know it
 */
public record Tongue(String tag, String name, @Nullable String lang, String direction) {

    /** The languages of questionnaires, each once, in the order of the forms. */
    static List<Tongue> of(Wording wording, Collection<Questionnaire> questionnaires) {
        var tags = new LinkedHashSet<String>();
        for (Questionnaire questionnaire : questionnaires) {
            tags.addAll(questionnaire.languages());
            questionnaire
                    .questions()
                    .forEach(question -> tags.addAll(question.wordings().texts().keySet()));
        }
        return tags.stream().map(tag -> of(wording, tag)).toList();
    }

    private static Tongue of(Wording wording, String tag) {
        boolean known = !tag.equals(Wordings.UNDETERMINED);
        var locale = ULocale.forLanguageTag(tag);
        var name = known
                ? locale.getDisplayName(
                        ULocale.forLanguageTag(wording.language().tag()))
                : wording.say("questionnaire.language.und");
        return new Tongue(
                tag,
                name.isBlank() ? tag : name,
                known ? tag : null,
                known ? locale.isRightToLeft() ? "rtl" : "ltr" : "auto");
    }

    /** A text in each of some languages, empty where there is none. */
    static List<String> texts(List<Tongue> tongues, Wordings wordings) {
        return tongues.stream()
                .map(tongue -> wordings.in(tongue.tag).orElse(""))
                .toList();
    }

    /** A text for one reader: in the own language, else in one of the house, else in the first there is. */
    static Optional<String> text(Language language, Wordings wordings) {
        return wordings.multilingual()
                .in(language)
                .or(() -> new ArrayList<>(wordings.texts().values()).stream().findFirst());
    }
}
