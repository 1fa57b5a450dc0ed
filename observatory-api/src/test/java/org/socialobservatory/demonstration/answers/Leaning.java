package org.socialobservatory.demonstration.answers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.socialobservatory.demonstration.town.Draw;
import org.socialobservatory.demonstration.town.Respondent;

/**
 * How far each is inclined to the last answers of a scale, in log odds. Chance is added, all are put in order, and the
 * order is cut where the weights reach the shares: a logit model whose margins come out as wanted.
 */
final class Leaning<R extends Respondent> {

    /** What the blocks of one town differ by, besides their wealth. */
    private static final double BLOCKS = 0.4;

    private final String question;
    private final ToDoubleFunction<R> leaning;

    private Leaning(String question, ToDoubleFunction<R> leaning) {
        this.question = question;
        this.leaning = leaning;
    }

    static <R extends Respondent> Leaning<R> of(String question, ToDoubleFunction<R> leaning) {
        return of(question, BLOCKS, leaning);
    }

    /** @param blocks by how much one block differs from another */
    static <R extends Respondent> Leaning<R> of(String question, double blocks, ToDoubleFunction<R> leaning) {
        return new Leaning<>(
                question,
                one -> leaning.applyAsDouble(one)
                        + blocks * one.household().block().mood(question));
    }

    /** Has some of them answer, and the others not. */
    void ask(List<R> respondents, Predicate<R> asked, Shares shares) {
        ask(respondents.stream().filter(asked).toList(), shares);
    }

    /** Has all of them answer. */
    void ask(List<R> respondents, Shares shares) {
        var order = new ArrayList<Placed<R>>();
        double all = 0;
        for (R one : respondents) {
            double chance = new Draw(question + " " + one.name()).logistic();
            order.add(new Placed<>(one, leaning.applyAsDouble(one) + chance));
            all += one.weight();
        }
        order.sort(Comparator.comparingDouble(Placed::place));
        double before = 0;
        for (Placed<R> placed : order) {
            double weight = placed.respondent().weight();
            placed.respondent().say(question, shares.at((before + weight / 2) / all));
            before += weight;
        }
    }

    private record Placed<R>(R respondent, double place) {}
}
