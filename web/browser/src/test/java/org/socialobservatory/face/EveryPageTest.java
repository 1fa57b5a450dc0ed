package org.socialobservatory.face;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page in every language, on every screen, by day and by night. */
@OnStage
class EveryPageTest {

    @TempDir
    private Path folder;

    private static final String OF_THE_SURVEY = "/figures/sale-enquete-menages-fictive/";
    private static final String RELIABLE = OF_THE_SURVEY + "illiteracy-rate/44410109/2025/sex=F";
    private static final String UNRELIABLE =
            OF_THE_SURVEY + "association-membership-rate/44410105/2025/age=Y15T24,sex=F";
    private static final String WITHHELD = OF_THE_SURVEY + "child-vaccination-rate/44410105/2025/sex=M";

    private static final List<String> PAGES = List.of(
            "/",
            "/?q=tabriquet",
            "/map",
            "/map?indicator=confiance-fictive",
            "/map?indicator=confiance-fictive&compare=2023&method=manual",
            "/map?indicator=illiteracy-rate&dataset=sale-enquete-menages-fictive&areas=44410103&find=34.04,-6.8",
            "/embed/map?indicator=illiteracy-rate&sex=F",
            "/map/outline?area=44410109",
            "/map/outline?within=4441010&level=quartier",
            "/areas/4441010",
            "/areas/44410109",
            "/areas/44410109/sheet",
            "/areas/44410109/meeting",
            "/areas/44410109/sheet?with=ar&paper=a3",
            "/areas/44410109/voices",
            "/compare?areas=44410109,44410105,4441010",
            "/meetings",
            "/meetings/tabriquet-2026-03-fictive",
            "/indicators",
            "/indicators/illiteracy-rate",
            "/datasets",
            "/datasets/sale-recensement-2024",
            "/datasets/sale-enquete-fictive/editions/1",
            "/figures/sale-recensement-2024/illiteracy-rate/44410109/2024/sex=F",
            "/figures/sale-enquete-fictive/confiance-fictive/44410109/2025/_T",
            "/datasets/sale-enquete-menages-fictive/editions/1",
            "/datasets/sale-enquete-menages-fictive/questionnaires/menages",
            RELIABLE,
            UNRELIABLE,
            WITHHELD,
            "/query",
            "/about/methods",
            "/ogc",
            "/ogc/collections/areas-arrondissement",
            "/ogc/collections/areas-arrondissement/items?limit=1",
            "/ogc/tileMatrixSets",
            "/ogc/collections/areas-arrondissement/tiles/WebMercatorQuad",
            "/docs",
            "/ns",
            "/id/period/2024",
            "/areas/nowhere");

    /** Pages of a package that is looked at before it is published, and asks what the demonstration asks otherwise. */
    private static final List<String> PREVIEWED = List.of(
            "/datasets/" + SecondWave.DATASET + "/questionnaires/menages",
            "/datasets/" + SecondWave.DATASET
                    + "/questionnaires/menages/comparison?with=sale-enquete-menages-fictive/menages/1");

    /** The language in which pages are read by night too; colours are the same in all. */
    private static final String BY_NIGHT = "ar";

    /** What the pages of survey figures are in the list for. */
    @Test
    void looksAtReliableUnreliableAndWithheldFigures(Stage stage) throws IOException, InterruptedException {
        var states = Map.of(RELIABLE, "reliable", UNRELIABLE, "unreliable", WITHHELD, "withheld");
        for (var state : states.entrySet()) {
            assertThat(stage.server().answer(state.getKey() + "?f=json").body())
                    .contains("\"" + state.getValue() + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar", "en"})
    void fitsEveryScreenAndKeepsNobodyOut(String language, Stage stage) throws IOException, InterruptedException {
        var pages = new ArrayList<>(PAGES);
        var preview = stage.preview(SecondWave.write(folder));
        PREVIEWED.forEach(page -> pages.add(preview + page));
        var faults = new ArrayList<String>();
        try (var reader = stage.reader(language)) {
            reader.expects("404");
            for (String address : pages) {
                faults(reader, address, language).forEach(fault -> faults.add(address + " " + fault));
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> faults(Reader reader, String address, String language) {
        var faults = new ArrayList<String>();
        reader.in(ColorScheme.LIGHT);
        reader.on(Screen.LAPTOP);
        var page = reader.open(address);
        if (!language.equals(page.locator("html").getAttribute("lang"))) {
            faults.add("is in another language");
        }
        if (page.locator("h1").count() != 1) {
            faults.add("has not one title");
        }
        reader.barriers().forEach(barrier -> faults.add("by day: " + barrier));
        reader.unrest().forEach(element -> faults.add("moves before those who asked for rest: " + element));
        for (var screen : List.of(Screen.LAPTOP, Screen.TABLET, Screen.LAPTOP_AT_TWICE_THE_SIZE, Screen.PHONE)) {
            reader.on(screen);
            if (reader.excess() > 0) {
                faults.add("scrolls to the side at " + screen);
            }
            reader.smallTargets(screen.equals(Screen.PHONE))
                    .forEach(target -> faults.add("is hard to hit at " + screen + ": " + target));
        }
        if (language.equals(BY_NIGHT)) {
            reader.in(ColorScheme.DARK);
            reader.faintness().forEach(barrier -> faults.add("by night on a phone: " + barrier));
        }
        return faults;
    }
}
