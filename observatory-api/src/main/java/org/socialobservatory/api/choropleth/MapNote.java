package org.socialobservatory.api.choropleth;

import java.util.ArrayList;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;

/** What a reader of a map must be told beside its numbers. */
public final class MapNote {

    private static final Multilingual FICTITIOUS = Multilingual.of(
            "Données fictives, inventées pour la démonstration.",
            "بيانات وهمية وُضعت للعرض التجريبي.",
            "Fictitious data, invented for the demonstration.");
    private static final Multilingual NOTHING = Multilingual.of(
            "Aucun chiffre n’est publié pour ce choix.",
            "لم يُنشر أي رقم لهذا الاختيار.",
            "No figure is published for this choice.");
    private static final Multilingual FEWER = Multilingual.of(
            "Il y a trop peu de valeurs distinctes pour le nombre de classes demandé : {0} au lieu de {1}.",
            "عدد القيم المختلفة لا يكفي لعدد الفئات المطلوب: {0} بدل {1}.",
            "There are too few distinct values for the number of classes asked for: {0} instead of {1}.");

    private MapNote() {}

    /** The sentences that apply, empty where none does. */
    public static String of(Choropleth map, Language language) {
        var sentences = new ArrayList<String>();
        var source = map.source();
        if (source == null || map.areas().isEmpty()) {
            sentences.add(said(NOTHING, language));
        } else if (map.hasFewerClasses()) {
            sentences.add(said(FEWER, language)
                    .replace("{0}", Integer.toString(map.classes().count()))
                    .replace("{1}", Integer.toString(map.question().classes())));
        }
        if (source != null && source.dataset().dataset().fictitious()) {
            sentences.add(said(FICTITIOUS, language));
        }
        return String.join(" ", sentences);
    }

    private static String said(Multilingual text, Language language) {
        return text.exactly(language).orElseThrow();
    }
}
