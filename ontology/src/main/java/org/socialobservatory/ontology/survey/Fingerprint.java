package org.socialobservatory.ontology.survey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What makes a question the same in two questionnaires: a hash of its words and one of its choices in each language.
 *
 * <p>Two questions have the same wording where the hashes agree in every language that both have, and there is one; so
 * that a translation added later changes nothing. Words are compared in Unicode NFKC without case, punctuation, marks
 * of vowels, lengthening strokes, markup and the number before the question; a place for a name ({@code ${name}}) is a
 * place for a name whatever it is called. Choices are compared as a set of labels, whatever their codes and order,
 * together with the kind of answer: one, several, a number, a text. Hints and conditions are left out.
 *
 * @param wording hash by language tag
 * @param choices hash by language tag; under {@code ""} that of the kind of answer alone
 */
public record Fingerprint(SortedMap<String, String> wording, SortedMap<String, String> choices) {

    private static final Pattern MARKUP = Pattern.compile("<[^<>]{0,200}>|[*_#`]+");
    private static final Pattern PLACE = Pattern.compile("\\$\\{[^}]{0,200}}");
    /** Such as {@code 101a.}, {@code Q12)} and {@code A3 :}. */
    private static final Pattern NUMBER = Pattern.compile("^\\s*\\p{L}{0,3}\\d{1,4}\\p{L}?\\d{0,2}\\s*[.):\\-–]\\s*");
    /** Nothing but letters and digits counts: {@code \p{M}} takes vowel marks, U+0640 is the lengthening stroke. */
    private static final Pattern IDLE = Pattern.compile("[\\p{M}\u0640]+");

    private static final Pattern BLANK = Pattern.compile("[^\\p{L}\\p{N}$]+");
    private static final String KIND = "";

    public Fingerprint {
        wording = Collections.unmodifiableSortedMap(new TreeMap<>(wording));
        choices = Collections.unmodifiableSortedMap(new TreeMap<>(choices));
    }

    static Fingerprint of(Question question, Optional<ChoiceList> list) {
        var wording = new TreeMap<String, String>();
        question.wordings().texts().forEach((tag, text) -> wording.put(tag, hash(folded(text))));
        var kind = question.type() + (question.orOther() ? " other" : "");
        var choices = new TreeMap<String, String>();
        choices.put(KIND, hash(kind));
        list.ifPresent(found -> {
            var tags = new HashSet<String>();
            found.choices()
                    .forEach(choice -> tags.addAll(choice.labels().texts().keySet()));
            for (String tag : tags) {
                var labels = new TreeSet<String>();
                for (Choice choice : found.choices()) {
                    labels.add(folded(choice.labels().in(tag).orElse(choice.name())));
                }
                choices.put(tag, hash(kind + "\n" + String.join("\n", labels)));
            }
        });
        return new Fingerprint(wording, choices);
    }

    /** The words of a text as they are compared. */
    static String folded(String text) {
        var plain = NUMBER.matcher(MARKUP.matcher(text).replaceAll(" ")).replaceFirst("");
        var places = PLACE.matcher(plain).replaceAll(" \\$ ");
        var letters = Normalizer.normalize(places, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return BLANK.matcher(IDLE.matcher(letters).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Whether the words are the same in every language that both have. */
    public boolean sameWording(Fingerprint other) {
        return agree(wording, other.wording, wording.keySet());
    }

    /** Whether the choices are the same in every language that both have; without a list, the kind of answer. */
    public boolean sameChoices(Fingerprint other) {
        if (choices.size() == 1 && other.choices.size() == 1) {
            return choices.equals(other.choices);
        }
        var tags = new TreeSet<>(choices.keySet());
        tags.remove(KIND);
        return agree(choices, other.choices, tags);
    }

    private static boolean agree(SortedMap<String, String> first, SortedMap<String, String> second, Set<String> tags) {
        boolean shared = false;
        for (String tag : tags) {
            var there = second.get(tag);
            if (there != null && !there.equals(first.get(tag))) {
                return false;
            }
            shared |= there != null;
        }
        return shared;
    }
}
