package org.socialobservatory.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.socialobservatory.api.page.OutlineLabels.Beside;
import org.socialobservatory.api.page.OutlineLabels.Label;
import org.socialobservatory.api.page.OutlineLabels.Place;
import org.socialobservatory.api.page.OutlineLabels.Side;

class OutlineLabelsTest {

    private static Label label(String name, double x, double y, double across) {
        return new Label(name, name, x, y, across, List.of());
    }

    private static Map<String, String> rooms(List<Label> labels, @Nullable String current) {
        var rooms = new HashMap<String, String>();
        OutlineLabels.places(labels, current, _ -> true).forEach((code, place) -> rooms.put(code, place.room()));
        return rooms;
    }

    @Test
    void writesANameBesideAnAreaThatIsTooNarrowForItWhereNothingLies() {
        var narrow = new Label(
                "Bab Lamrissa",
                "Bab Lamrissa",
                220,
                100,
                40,
                List.of(
                        new Beside(240, 100, Side.EAST),
                        new Beside(20, 200, Side.WEST),
                        new Beside(200, 100, Side.WEST)));
        Predicate<Envelope> inTheWest = spot -> spot.getMinX() > 0 && spot.getMaxX() < 230;
        assertThat(OutlineLabels.places(List.of(narrow), null, inTheWest))
                .containsExactly(Map.entry("Bab Lamrissa", new Place("phone", 194, 100, Side.WEST)));
        assertThat(OutlineLabels.places(List.of(narrow), null, _ -> false)).isEmpty();
    }

    @Test
    void writesANameWhereItsAreaIsWideEnough() {
        var rooms = rooms(
                List.of(
                        label("Bettana", 100, 100, 300),
                        label("Hssaine", 100, 200, 60),
                        label("Tabriquet", 100, 300, 40)),
                null);
        assertThat(rooms).containsOnlyKeys("Bettana", "Hssaine").containsEntry("Bettana", "phone");
        assertThat(rooms).containsEntry("Hssaine", "wide");
    }

    @Test
    void givesTheRoomOfTwoNamesThatMeetToTheWiderArea() {
        var rooms = rooms(List.of(label("Bettana", 100, 100, 200), label("Hssaine", 140, 110, 300)), null);
        assertThat(rooms).containsOnlyKeys("Hssaine");
    }

    @Test
    void givesTheAreaOfThePageTheFirstRoom() {
        var labels = List.of(label("Bettana", 100, 100, 200), label("Hssaine", 140, 110, 300));
        assertThat(rooms(labels, "Bettana")).containsOnlyKeys("Bettana");
    }

    @Test
    void writesTheSecondNameOnScreensWhereTheyNoLongerMeet() {
        var rooms = rooms(List.of(label("Bettana", 100, 100, 200), label("Hssaine", 140, 128, 300)), null);
        assertThat(rooms).containsEntry("Hssaine", "phone").containsEntry("Bettana", "wide");
    }
}
