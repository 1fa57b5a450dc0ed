package org.socialobservatory.ontology.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.period.Period;

class TerritoryTest {

    private static final LocalDate FOUNDED = LocalDate.of(2015, 9, 1);
    private static final Geometry SKETCH = square(1);
    private static final Geometry SURVEY = square(2);

    @Test
    void takesTheOutlineThatTheFirstStatementLacks() {
        var territory = territory(version(null, false), version(SKETCH, true));
        assertThat(territory.outlined("q").orElseThrow()).isEqualTo(version(SKETCH, true));
    }

    @Test
    void letsADrawingGiveWayToASurvey() {
        var territory = territory(version(SKETCH, true), version(SURVEY, false));
        assertThat(territory.versions("q")).containsExactly(version(SURVEY, false));
    }

    @Test
    void keepsASurveyWhateverIsDrawnLater() {
        var territory = territory(version(SURVEY, false), version(SKETCH, true), version(null, false));
        assertThat(territory.versions("q")).containsExactly(version(SURVEY, false));
    }

    @Test
    void keepsTheFirstOfTwoSurveysAndTheFirstOfTwoDrawings() {
        assertThat(territory(version(SURVEY, false), version(square(3), false)).versions("q"))
                .containsExactly(version(SURVEY, false));
        assertThat(territory(version(SKETCH, true), version(square(3), true)).versions("q"))
                .containsExactly(version(SKETCH, true));
    }

    @Test
    void letsTheFirstStatementDecideTheLevelAndTheParent() {
        var territory = new Territory.Builder()
                .state(new Area("ville", "town", null, Multilingual.of(Language.FR, "Ville")))
                .state(new Area("q", "arrondissement", "ville", Multilingual.of(Language.FR, "Quartier")))
                .state(new Area("q", "commune", null, Multilingual.of("Autre", "حي", "Quarter")))
                .build();
        var area = territory.area("q").orElseThrow();
        assertThat(area.level()).isEqualTo("arrondissement");
        assertThat(area.names()).isEqualTo(Multilingual.of("Quartier", "حي", "Quarter"));
        assertThat(territory.ancestors("q")).extracting(Area::code).containsExactly("ville");
        assertThat(territory.levels()).containsExactly("town", "arrondissement");
    }

    @Test
    void countsAPeriodInTheVersionThatHadBegunWhenItEnded() {
        var later = new AreaVersion("q", LocalDate.of(2020, 1, 1), null, SURVEY, false);
        var territory = territory(version(SKETCH, true), later);
        assertThat(territory.versionAt("q", Period.parse("2019").orElseThrow())).contains(version(SKETCH, true));
        assertThat(territory.versionAt("q", Period.parse("2020").orElseThrow())).contains(later);
        assertThat(territory.versionAt("q", Period.parse("2001").orElseThrow())).contains(version(SKETCH, true));
    }

    @Test
    void forgetsTheVersionsOfAreasThatAreLeftOut() {
        var territory = territory(version(SURVEY, false)).restrictedTo(Set.of());
        assertThat(territory.areas()).isEmpty();
        assertThat(territory.versions("q")).isEmpty();
    }

    private static Territory territory(AreaVersion... versions) {
        var builder = new Territory.Builder().state(new Area("q", "quartier", null, Multilingual.none()));
        List.of(versions).forEach(builder::state);
        return builder.build();
    }

    private static AreaVersion version(@Nullable Geometry outline, boolean drawn) {
        return new AreaVersion("q", FOUNDED, null, outline, drawn);
    }

    private static Geometry square(double size) {
        return new GeometryFactory().toGeometry(new Envelope(0, size, 0, size));
    }
}
