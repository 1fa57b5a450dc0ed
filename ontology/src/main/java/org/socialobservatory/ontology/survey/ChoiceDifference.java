package org.socialobservatory.ontology.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which answers two closed questions do not share, compared as {@link Fingerprint} does: by their labels in the
 * languages that both lists have, whatever codes and order; by their codes where there is no such language.
 *
 * @param gone only in the first list, in its order
 * @param come only in the second, in its order
 */
public record ChoiceDifference(List<Choice> gone, List<Choice> come) {

    public ChoiceDifference {
        gone = List.copyOf(gone);
        come = List.copyOf(come);
    }

    /** Compares two lists; of a question that is open there is none. */
    public static ChoiceDifference of(Optional<ChoiceList> first, Optional<ChoiceList> second) {
        var here = first.map(ChoiceList::choices).orElse(List.of());
        var there = second.map(ChoiceList::choices).orElse(List.of());
        var tags = tags(here);
        tags.retainAll(tags(there));
        var ours = byLabel(here, tags);
        var theirs = byLabel(there, tags);
        return new ChoiceDifference(without(ours, theirs), without(theirs, ours));
    }

    private static TreeSet<String> tags(List<Choice> choices) {
        var tags = new TreeSet<String>();
        choices.forEach(choice -> tags.addAll(choice.labels().texts().keySet()));
        return tags;
    }

    private static Map<String, Choice> byLabel(List<Choice> choices, TreeSet<String> tags) {
        var found = new LinkedHashMap<String, Choice>();
        for (Choice choice : choices) {
            var label = tags.stream()
                    .map(tag -> Fingerprint.folded(choice.labels().in(tag).orElse(choice.name())))
                    .collect(Collectors.joining("\n"));
            found.putIfAbsent(tags.isEmpty() ? choice.name() : label, choice);
        }
        return found;
    }

    private static List<Choice> without(Map<String, Choice> these, Map<String, Choice> those) {
        return these.entrySet().stream()
                .filter(one -> !those.containsKey(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
