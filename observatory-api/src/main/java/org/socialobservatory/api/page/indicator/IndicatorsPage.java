package org.socialobservatory.api.page.indicator;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.IndicatorText;
import org.socialobservatory.api.page.Listing;
import org.socialobservatory.api.page.Provenance;

/**
 * All indicators by theme.
 *
 * @param query words that the indicators shown contain; empty for all
 * @param count how many are shown
 */
public record IndicatorsPage(String query, int count, List<Theme> themes, Provenance provenance) implements Listing {

    @Override
    public List<String> columns() {
        return List.of("code", "label", "theme", "unit", "direction", "sdg", "published");
    }

    @Override
    public List<List<@Nullable String>> rows() {
        return themes.stream()
                .flatMap(theme -> theme.indicators().stream())
                .map(Line::row)
                .toList();
    }

    /** The indicators of a theme; those of no theme come last. */
    public record Theme(@Nullable String code, String name, List<Line> indicators) {}

    /**
     * An indicator in the list.
     *
     * @param published whether there is a figure of it
     */
    public record Line(IndicatorText indicator, boolean published) {

        private List<@Nullable String> row() {
            return Arrays.asList(
                    indicator.code(),
                    indicator.label(),
                    indicator.theme(),
                    indicator.unit(),
                    indicator.direction().code(),
                    indicator.sdg(),
                    Boolean.toString(published));
        }
    }
}
