package org.socialobservatory.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules find what is wrong in broken houses, and nothing wrong in the language. */
class RoomsTest {

    private static final String LANGUAGE = "org.socialobservatory.ontology";
    private static final String BROKEN = "org.socialobservatory.rooms.broken.";

    @Test
    void holdForTheLanguage() {
        var language = Rooms.of(LANGUAGE);
        assertThat(language).isNotEmpty();
        List.of(
                        Rooms.knowNothingOf(LANGUAGE, "org.socialobservatory.ingest", "org.socialobservatory.api"),
                        Rooms.sayWhatTheyHold(LANGUAGE),
                        Rooms.haveNamesThatSaySomething(LANGUAGE),
                        Rooms.keepQuiet(LANGUAGE))
                .forEach(rule -> rule.check(language));
    }

    @Test
    void findARoomThatLooksAhead() {
        var home = BROKEN + "travel";
        assertThat(faults(home, Rooms.followTheWay(home, "source", "mapping", "attic")))
                .isNotEmpty()
                .allMatch(fault -> fault.contains("source.Reader") && fault.contains("mapping.Mapper"));
        assertThat(faults(home, Rooms.followTheWay(home, "mapping", "source", "attic")))
                .isEmpty();
    }

    @Test
    void findARoomThatIsNotOnTheWay() {
        var home = BROKEN + "travel";
        assertThat(faults(home, Rooms.followTheWay(home, "mapping", "source")))
                .singleElement()
                .asString()
                .contains("attic");
    }

    @Test
    void findAFeatureThatKnowsAnotherAndASharedRoomThatKnowsAFeature() {
        var home = BROKEN + "features";
        assertThat(faults(home, Rooms.keepFeaturesApart(home, "snapshot")))
                .anyMatch(fault -> fault.contains("area.AreaPage") && fault.contains("search.SearchPage"))
                .anyMatch(fault -> fault.contains("snapshot.Snapshot") && fault.contains("area.AreaPage"))
                .noneMatch(fault -> fault.startsWith("Record <" + home + ".search"));
    }

    @Test
    void findARoomThatKnowsWhatItMustNot() {
        assertThat(faults(
                        BROKEN + "features", Rooms.knowNothingOf(BROKEN + "features.area", BROKEN + "features.search")))
                .isNotEmpty();
    }

    @Test
    void findNamesThatSayNothing() {
        var home = BROKEN + "names";
        assertThat(faults(home, Rooms.haveNamesThatSaySomething(home)))
                .containsExactlyInAnyOrder(home + ".util is named util", home + ".util.GeometryHelper is named Helper");
    }

    @Test
    void findAPackageThatSaysNothingAndAClassThatTalks() {
        var home = BROKEN + "unmarked";
        assertThat(faults(home, Rooms.sayWhatTheyHold(home)))
                .containsExactly(home + " has no package-info.java with @NullMarked");
        assertThat(faults(home, Rooms.keepQuiet(home))).isNotEmpty();
        assertThat(faults(home, Rooms.keepQuiet(home, home))).isEmpty();
    }

    private static List<String> faults(String home, ArchRule rule) {
        return rule.evaluate(new ClassFileImporter().importPackages(home))
                .getFailureReport()
                .getDetails();
    }
}
