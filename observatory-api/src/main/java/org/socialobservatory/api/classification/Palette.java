package org.socialobservatory.api.classification;

import java.util.List;

/**
 * Colours of a map from the lowest class to the highest; safe for colour-blind readers and, the sequential one, in grey
 * print. From ColorBrewer 2.0 by Cynthia A. Brewer and Mark Harrower (Apache License 2.0).
 */
enum Palette {
    /** YlGnBu: little to much. */
    SEQUENTIAL(List.of(
            List.of("#7fcdbb"),
            List.of("#edf8b1", "#2c7fb8"),
            List.of("#edf8b1", "#7fcdbb", "#2c7fb8"),
            List.of("#ffffcc", "#a1dab4", "#41b6c4", "#225ea8"),
            List.of("#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494"),
            List.of("#ffffcc", "#c7e9b4", "#7fcdbb", "#41b6c4", "#2c7fb8", "#253494"),
            List.of("#ffffcc", "#c7e9b4", "#7fcdbb", "#41b6c4", "#1d91c0", "#225ea8", "#0c2c84"))),
    /** PuOr: on either side of a middle. */
    DIVERGING(List.of(
            List.of("#f7f7f7"),
            List.of("#f1a340", "#998ec3"),
            List.of("#f1a340", "#f7f7f7", "#998ec3"),
            List.of("#e66101", "#fdb863", "#b2abd2", "#5e3c99"),
            List.of("#e66101", "#fdb863", "#f7f7f7", "#b2abd2", "#5e3c99"),
            List.of("#b35806", "#f1a340", "#fee0b6", "#d8daeb", "#998ec3", "#542788"),
            List.of("#b35806", "#f1a340", "#fee0b6", "#f7f7f7", "#d8daeb", "#998ec3", "#542788")));

    private final List<List<String>> byCount;

    Palette(List<List<String>> byCount) {
        this.byCount = byCount;
    }

    /** As many colours as there are classes; none for none. */
    List<String> colours(int classes) {
        return classes == 0 ? List.of() : byCount.get(classes - 1);
    }
}
