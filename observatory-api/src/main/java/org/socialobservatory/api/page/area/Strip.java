package org.socialobservatory.api.page.area;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Figure;

/**
 * A figure on a line that begins at the reader's side of the page, in percent of its length: a dot in its interval, the
 * figure beside it, the target. A percentage stands between 0 and 100, any other figure between 0 and what is next above
 * the largest of them.
 *
 * @param at the figure; null where only its interval may be shown
 * @param from beginning of the interval; null where there is none
 * @param reference the figure beside
 */
public record Strip(
        @Nullable String at,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reference,
        @Nullable String target) {

    private static final double[] STEPS = {1, 2, 5, 10};

    /** The line of a figure; null where it has nothing to show. */
    static @Nullable Strip of(
            @Nullable Figure figure,
            @Nullable Figure reference,
            @Nullable BigDecimal target,
            boolean percent,
            boolean rightToLeft) {
        if (figure == null || (figure.number() == null && figure.lower() == null)) {
            return null;
        }
        var beside = reference == null ? null : reference.number();
        double end = percent ? 100 : end(figure.number(), figure.lower(), figure.upper(), beside, target);
        var axis = new Axis(percent ? 0 : -beginning(end, figure.number(), figure.lower(), beside), end, rightToLeft);
        return new Strip(
                axis.place(figure.number()),
                axis.place(figure.lower()),
                axis.place(figure.upper()),
                axis.place(beside),
                axis.place(target));
    }

    /** One, two or five times a power of ten, not below any of the numbers. */
    private static double end(@Nullable BigDecimal... numbers) {
        double most = 0;
        for (var number : numbers) {
            most = number == null ? most : Math.max(most, Math.abs(number.doubleValue()));
        }
        if (most == 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        for (double step : STEPS) {
            if (step * power >= most) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** As far below zero as above, where a number is negative. */
    private static double beginning(double end, @Nullable BigDecimal... numbers) {
        for (var number : numbers) {
            if (number != null && number.signum() < 0) {
                return end;
            }
        }
        return 0;
    }

    /** Where numbers stand between two others. */
    private record Axis(double begin, double end, boolean rightToLeft) {
        @Nullable
        String place(@Nullable BigDecimal number) {
            if (number == null) {
                return null;
            }
            double share = Math.clamp((number.doubleValue() - begin) / (end - begin), 0, 1);
            return BigDecimal.valueOf(100 * (rightToLeft ? 1 - share : share))
                            .setScale(1, RoundingMode.HALF_UP)
                            .toPlainString()
                    + "%";
        }
    }

    /** The lines of several figures, all on one scale; the first is the one beside which the others stand. */
    static List<@Nullable Strip> alike(List<? extends @Nullable Figure> figures, boolean percent, boolean rightToLeft) {
        var numbers = new ArrayList<@Nullable BigDecimal>();
        for (var figure : figures) {
            if (figure != null) {
                numbers.addAll(Arrays.asList(figure.number(), figure.lower(), figure.upper()));
            }
        }
        var all = numbers.toArray(new @Nullable BigDecimal[0]);
        double end = percent ? 100 : end(all);
        var axis = new Axis(percent ? 0 : -beginning(end, all), end, rightToLeft);
        var first = figures.isEmpty() || figures.getFirst() == null
                ? null
                : figures.getFirst().number();
        var strips = new ArrayList<@Nullable Strip>();
        for (var figure : figures) {
            strips.add(
                    figure == null || (figure.number() == null && figure.lower() == null)
                            ? null
                            : new Strip(
                                    axis.place(figure.number()),
                                    axis.place(figure.lower()),
                                    axis.place(figure.upper()),
                                    axis.place(first),
                                    null));
        }
        return strips;
    }
}
