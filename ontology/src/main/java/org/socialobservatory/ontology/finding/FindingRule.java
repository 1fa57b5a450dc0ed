package org.socialobservatory.ontology.finding;

import static org.socialobservatory.ontology.finding.Severity.ERROR;
import static org.socialobservatory.ontology.finding.Severity.WARNING;

import java.util.List;
import java.util.Locale;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;

/**
 * Every rule that a package can break, with its only wording. {@code {0}}, {@code {1}} … stand for the arguments of the
 * finding.
 */
public enum FindingRule {
    DESCRIPTOR_UNREADABLE(
            ERROR,
            Multilingual.of(
                    "La description du paquet est illisible : {0}",
                    "تعذّرت قراءة وصف الحزمة: {0}", "The package description cannot be read: {0}"),
            Multilingual.of(
                    "Corrigez datapackage.yaml (ou .json) à cet endroit.",
                    "صحّحوا الملف datapackage.yaml (أو ‎.json) في هذا الموضع.",
                    "Mend datapackage.yaml (or .json) at that place.")),
    DUPLICATE_ROWS(
            WARNING,
            Multilingual.of(
                    "{0} cellules viennent plusieurs fois avec la même valeur : {1} lignes en trop, prises une seule fois.",
                    "تكرّرت {0} خلية بالقيمة نفسها: {1} سطرًا زائدًا احتُسب كلٌّ منها مرة واحدة.",
                    "{0} cells come several times with the same value: {1} surplus rows, taken once."),
            Multilingual.of(
                    "Retirez les lignes répétées du fichier.",
                    "احذفوا الأسطر المكررة من الملف.",
                    "Remove the repeated rows from the file."));

    private final Severity severity;
    private final Multilingual sentence;
    private final Multilingual remedy;

    FindingRule(Severity severity, Multilingual sentence, Multilingual remedy) {
        this.severity = severity;
        this.sentence = sentence;
        this.remedy = remedy;
    }

    /** The stable code of the rule, such as {@code duplicate-rows}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    String sentence(Language language, List<String> arguments) {
        return fill(sentence.orCode(language, code()), arguments);
    }

    String remedy(Language language, List<String> arguments) {
        return fill(remedy.orCode(language, code()), arguments);
    }

    private static String fill(String template, List<String> arguments) {
        var text = template;
        for (int i = 0; i < arguments.size(); i++) {
            text = text.replace("{" + i + "}", arguments.get(i));
        }
        return text;
    }
}
