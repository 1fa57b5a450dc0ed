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

    @Test
    void takesTheEndThatTheFirstStatementLacks() {
        var end = LocalDate.of(2020, 12, 31);
        var territory = territory(version(SURVEY, false), new AreaVersion("q", FOUNDED, end, null, false));
        assertThat(territory.versions("q")).containsExactly(new AreaVersion("q", FOUNDED, end, SURVEY, false));
    }

    @Test
    void letsNoAreaLieWithinItself() {
        var territory = territory("a", "a");
        assertThat(territory.parent("a")).isEmpty();
        assertThat(territory.ancestors("a")).isEmpty();
        assertThat(territory.descendants("a")).isEmpty();
        assertThat(territory.roots()).extracting(Area::code).containsExactly("a");
    }

    @Test
    void cutsACircleOfAreasAtTheLastStatement() {
        var territory = territory("a", "b", "b", "c", "c", "a", "d", "a");
        assertThat(territory.ancestors("a")).extracting(Area::code).containsExactly("b", "c");
        assertThat(territory.roots()).extracting(Area::code).containsExactly("c");
        assertThat(territory.descendants("c")).extracting(Area::code).containsExactly("b", "a", "d");
        assertThat(territory.extended().build().ancestors("a")).hasSize(2);
        assertThat(territory.levels()).containsExactly("quartier");
    }

    @Test
    void knowsAnAreaWhoseParentNobodyStated() {
        var territory = territory("a", "beyond");
        assertThat(territory.parent("a")).isEmpty();
        assertThat(territory.roots()).extracting(Area::code).containsExactly("a");
        assertThat(territory.children("beyond")).extracting(Area::code).containsExactly("a");
    }

    @Test
    void listsLevelsFromTheWidest() {
        var territory = new Territory.Builder()
                .state(new Area("q", "quartier", "v", Multilingual.none()))
                .state(new Area("v", "town", "m", Multilingual.none()))
                .state(new Area("m", "country", null, Multilingual.none()))
                .state(new Area("w", "town", null, Multilingual.none()))
                .build();
        assertThat(territory.levels()).containsExactly("country", "town", "quartier");
    }

    /** Areas as pairs of a code and the code above. */
    private static Territory territory(String... codes) {
        var builder = new Territory.Builder();
        for (int i = 0; i < codes.length; i += 2) {
            builder.state(new Area(codes[i], "quartier", codes[i + 1], Multilingual.none()));
        }
        return builder.build();
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
