package org.socialobservatory.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.socialobservatory.api.page.OutlineLabels.Label;

class OutlineLabelsTest {

    private static Label label(String name, double x, double y, double across) {
        return new Label(name, name, x, y, across);
    }

    @Test
    void writesANameWhereItsAreaIsWideEnough() {
        var rooms = OutlineLabels.rooms(
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
        var rooms =
                OutlineLabels.rooms(List.of(label("Bettana", 100, 100, 200), label("Hssaine", 140, 110, 300)), null);
        assertThat(rooms).containsOnlyKeys("Hssaine");
    }

    @Test
    void givesTheAreaOfThePageTheFirstRoom() {
        var labels = List.of(label("Bettana", 100, 100, 200), label("Hssaine", 140, 110, 300));
        assertThat(OutlineLabels.rooms(labels, "Bettana")).containsOnlyKeys("Bettana");
    }

    @Test
    void writesTheSecondNameOnScreensWhereTheyNoLongerMeet() {
        var rooms =
                OutlineLabels.rooms(List.of(label("Bettana", 100, 100, 200), label("Hssaine", 140, 128, 300)), null);
        assertThat(rooms).containsEntry("Hssaine", "phone").containsEntry("Bettana", "wide");
    }
}
