package org.socialobservatory.ingest.mapping.answers;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ontology.survey.Choice;
import org.socialobservatory.ontology.survey.ChoiceList;

/** The codes of a list by all that an export may write for them: the code itself, or its label in any language. */
final class Choices {

    /** What an answer outside the list becomes where the form allows one. */
    private static final String OTHER = "other";
    /** Where more texts than this are wrong, the column is. */
    private static final int MOST_HINTS = 1_000;

    private final String name;
    private final List<String> codes;
    private final Map<String, String> byText = new HashMap<>();
    private final boolean orOther;
    private int hints;

    Choices(ChoiceList list, boolean orOther) {
        this.name = list.name();
        this.codes = list.choices().stream().map(Choice::name).toList();
        this.orOther = orOther;
        var ambiguous = new HashSet<String>();
        for (Choice choice : list.choices()) {
            for (String label : choice.labels().texts().values()) {
                var other = byText.put(folded(label), choice.name());
                if (other != null && !other.equals(choice.name())) {
                    ambiguous.add(folded(label));
                }
            }
        }
        ambiguous.forEach(byText::remove);
        codes.forEach(code -> byText.put(folded(code), code));
        codes.forEach(code -> byText.put(code, code));
        if (orOther) {
            byText.putIfAbsent(OTHER, OTHER);
        }
    }

    private static String folded(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** The code of a text; null where it is none of the list. */
    @Nullable
    String code(String text) {
        var exact = byText.get(text);
        if (exact != null) {
            return exact;
        }
        var found = byText.get(folded(text));
        return found == null && orOther ? OTHER : found;
    }

    /**
     * The codes of several choices in one text, by blanks between codes, or by commas or semicolons between labels.
     *
     * @return the codes with {@link AnswerRow#BETWEEN} between them; null where one of them is not in the list
     */
    @Nullable
    String codes(String text) {
        var blanks = joined(text.split("\\s+"), false);
        if (blanks != null) {
            return blanks;
        }
        for (String sign : new String[] {"\\s*;\\s*", "\\s*,\\s*"}) {
            var labels = joined(text.split(sign), orOther);
            if (labels != null) {
                return labels;
            }
        }
        return null;
    }

    private @Nullable String joined(String[] parts, boolean others) {
        var all = new StringBuilder();
        Set<String> seen = new HashSet<>();
        for (String part : parts) {
            var code = others ? code(part) : listed(part);
            if (code == null) {
                return null;
            }
            if (seen.add(code)) {
                all.append(all.isEmpty() ? "" : AnswerRow.BETWEEN).append(code);
            }
        }
        return all.toString();
    }

    private @Nullable String listed(String text) {
        var exact = byText.get(text);
        return exact == null ? byText.get(folded(text)) : exact;
    }

    String name() {
        return name;
    }

    String nearest(String text) {
        return hints++ < MOST_HINTS ? Spelling.nearestText(text, codes) : "—";
    }
}
