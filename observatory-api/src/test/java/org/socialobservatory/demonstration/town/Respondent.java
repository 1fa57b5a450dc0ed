package org.socialobservatory.demonstration.town;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** A household or a person with its answers. */
public abstract sealed class Respondent permits Household, Person {

    private final Map<String, String> answers = new HashMap<>();

    /** The household to which the answers belong. */
    public abstract Household household();

    /** Names the respondent in streams of chance. */
    public abstract String name();

    /** How many households or persons of the town it stands for. */
    public double weight() {
        return household().weight();
    }

    public String area() {
        return household().block().area();
    }

    public double wealth() {
        return household().wealth();
    }

    public void say(String question, String answer) {
        answers.put(question, answer);
    }

    public void say(String question, boolean yes) {
        say(question, yes ? "oui" : "non");
    }

    public void say(String question, long number) {
        say(question, Long.toString(number));
    }

    /** The answer, empty where the question was not asked. */
    public String said(String question) {
        return answers.getOrDefault(question, "");
    }

    public boolean says(String question, String answer) {
        return said(question).equals(answer);
    }

    public Map<String, String> answers() {
        return Collections.unmodifiableMap(answers);
    }
}
