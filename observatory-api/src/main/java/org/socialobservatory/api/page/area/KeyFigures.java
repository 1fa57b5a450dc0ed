package org.socialobservatory.api.page.area;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import org.socialobservatory.api.page.Comparison;
import org.socialobservatory.api.page.area.AreaPage.Row;
import org.socialobservatory.api.page.area.AreaPage.Theme;

/**
 * The few figures for which there is room on paper. Each theme has its turn, and gives first what is established to
 * differ from the area beside, then what is known well, at last what is known only as an interval. Nothing is chosen by
 * whether it is good or bad news, nor by the language of the reader.
 */
final class KeyFigures {

    private KeyFigures() {}

    /** At most so many rows, each in its theme, in the order of the page. */
    static List<Theme> of(List<Theme> themes, int most) {
        var queues = new ArrayList<Queue<Row>>();
        for (var theme : themes) {
            queues.add(new ArrayDeque<>(theme.code() == null ? List.of() : inOrder(theme.rows())));
        }
        var chosen = new HashSet<Row>();
        boolean left = true;
        while (left && chosen.size() < most) {
            left = false;
            for (var queue : queues) {
                var row = chosen.size() < most ? queue.poll() : null;
                if (row != null) {
                    chosen.add(row);
                    left = true;
                }
            }
        }
        return themes.stream()
                .map(theme -> theme.with(
                        theme.rows().stream().filter(chosen::contains).toList()))
                .filter(theme -> !theme.rows().isEmpty())
                .toList();
    }

    private static List<Row> inOrder(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.figure() != null
                        && row.figure().stated()
                        && row.indicator().comparable())
                .sorted(Comparator.comparingInt(KeyFigures::turn)
                        .thenComparing(row -> row.indicator().shownAs()))
                .toList();
    }

    private static int turn(Row row) {
        if (row.figure() == null || row.figure().number() == null) {
            return 3;
        }
        return switch (row.comparison()) {
            case Comparison.WORSE, Comparison.BETTER -> 0;
            case Comparison.UNCLEAR, Comparison.SAME -> 1;
            case Comparison.LOWER, Comparison.HIGHER, Comparison.UNKNOWN, Comparison.INCOMPARABLE -> 2;
            case null -> 2;
        };
    }
}
