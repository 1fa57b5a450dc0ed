package org.socialobservatory.face;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An area before a room: walked through by keys, noted down, cut off from the network. */
@OnStage
class MeetingTest {

    private static final String MEETING = "/areas/44410109/meeting";
    /** The smallest letters that are read from the last row. */
    private static final double LEGIBLE = 28;

    /** The text on the screen that is smaller than so many pixels. */
    private static final String SMALL_TEXT = """
            least => [...document.querySelectorAll('meeting-room *')]
              .filter(element => element.checkVisibility() && element.getBoundingClientRect().width > 1
                && !element.closest('.unseen') && [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()))
              .filter(element => parseFloat(getComputedStyle(element).fontSize) < least)
              .map(element => `${element.localName}.${element.className} ${getComputedStyle(element).fontSize} “${element.textContent.trim().slice(0, 20)}”`)
            """;

    private static Locator position(Page page) {
        return page.locator(".bar [data-say=position]");
    }

    private static Locator state(Page page) {
        return page.locator(".bar .state");
    }

    private static Locator title(Page page) {
        return page.locator(".screen:not([hidden]) :is(h1, h2)").first();
    }

    @ParameterizedTest
    @CsvSource({"fr, ArrowRight, ArrowLeft", "en, ArrowRight, ArrowLeft", "ar, ArrowLeft, ArrowRight"})
    void movesOnInTheDirectionOfReading(String language, String forward, String back, Stage stage) {
        try (var reader = stage.reader(language)) {
            var page = reader.open(MEETING);
            assertThat(position(page)).hasText("1 / 13");
            page.keyboard().press(forward);
            assertThat(position(page)).hasText("2 / 13");
            page.keyboard().press("PageDown");
            page.keyboard().press(" ");
            page.keyboard().press("Enter");
            assertThat(position(page)).hasText("5 / 13");
            page.keyboard().press(back);
            page.keyboard().press("PageUp");
            page.keyboard().press("Shift+ ");
            assertThat(position(page)).hasText("2 / 13");
            page.keyboard().press("End");
            page.keyboard().press(forward);
            assertThat(position(page)).hasText("13 / 13");
            page.keyboard().press("Home");
            assertThat(position(page)).hasText("1 / 13");
            assertThat(page.locator("html")).hasAttribute("dir", language.equals("ar") ? "rtl" : "ltr");
        }
    }

    @Test
    void keysOfAFieldAreTheFields(Stage stage) {
        try (var reader = stage.reader("fr")) {
            var page = reader.open(MEETING + "#11");
            var priority = page.locator("growing-list[data-kind=priority] [data-name=text]")
                    .first();
            priority.click();
            page.keyboard().type("eau et lumière ");
            page.keyboard().press("ArrowLeft");
            page.keyboard().press("Home");
            assertThat(position(page)).hasText("11 / 13");
            assertThat(priority).hasValue("eau et lumière ");
        }
    }

    @Test
    void theFocusIsNeverLost(Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.open(MEETING + "#2");
            page.keyboard().press("PageDown");
            assertThat(title(page)).isFocused();
            page.locator("figure-verdict:visible button").first().focus();
            page.keyboard().press("PageDown");
            assertThat(title(page)).isFocused();
            var forward = page.locator(".bar [name=forward]");
            forward.focus();
            for (int i = 0; i < 12; i++) {
                page.keyboard().press("Enter");
            }
            assertThat(position(page)).hasText("13 / 13");
            assertThat(forward).isFocused();
            assertThat(page.locator(".bar [data-say=screen]")).hasText(Pattern.compile("Screen 13 of 13: .+"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar", "en"})
    void everyScreenIsLegibleAndKeepsNobodyOut(String language, Stage stage) {
        var faults = new ArrayList<String>();
        try (var reader = stage.reader(language)) {
            var page = reader.open(MEETING);
            for (var screen : List.of(Screen.PHONE, Screen.OLD_PROJECTOR, Screen.PROJECTOR)) {
                reader.on(screen);
                page.keyboard().press("Home");
                for (int at = 1; at <= 13; at++) {
                    assertThat(position(page)).hasText(at + " / 13");
                    var where = screen + " " + at + ": ";
                    reader.barriers().forEach(barrier -> faults.add(where + barrier));
                    reader.smallTargets(true).forEach(target -> faults.add(where + target));
                    if (reader.excess() > 0 || sideways(page)) {
                        faults.add(where + "scrolls to the side");
                    }
                    if (!screen.equals(Screen.PHONE)) {
                        ((List<?>) page.evaluate(SMALL_TEXT, LEGIBLE)).forEach(text -> faults.add(where + text));
                    }
                    page.keyboard().press("PageDown");
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static boolean sideways(Page page) {
        return (boolean) page.evaluate(
                "(() => { const s = document.querySelector('.screens'); return s.scrollWidth > s.clientWidth; })()");
    }

    @Test
    void aPhoneThatDiesInTheMiddleOfTypingLosesNothing(Stage stage) {
        try (var reader = stage.reader("fr")) {
            var page = reader.open(MEETING + "#2");
            page.locator("figure-verdict:visible [name=contested]").click();
            page.keyboard().type("Chez nous c’est pl");
            page.close();
            var again = page.context().newPage();
            again.navigate(MEETING + "#2");
            assertThat(again.locator("figure-verdict:visible [name=contested]")).hasAttribute("aria-pressed", "true");
            assertThat(again.locator("figure-verdict:visible textarea")).hasValue("Chez nous c’est pl");
        }
    }

    @Test
    void twoTabsNeverWriteOverEachOther(Stage stage) {
        try (var reader = stage.reader("ar")) {
            var one = reader.open(MEETING + "#10");
            var two = one.context().newPage();
            two.navigate(MEETING + "#10");
            one.locator("[data-field='attendance/F/Y25T59']").fill("14");
            assertThat(two.locator("[data-field='attendance/F/Y25T59']")).hasValue("14");
            two.locator("[data-field='attendance/M/Y25T59']").fill("9");
            assertThat(one.locator("[data-field='attendance/M/Y25T59']")).hasValue("9");
            assertThat(one.locator("[data-field='attendance/F/Y25T59']")).hasValue("14");
            one.keyboard().press("Tab");
            one.evaluate("location.hash = '#11'");
            two.evaluate("location.hash = '#11'");
            one.locator("growing-list:visible [data-name=text]").first().fill("الإنارة");
            one.locator("growing-list:visible [name=more]").first().click();
            assertThat(two.locator("growing-list:visible li").nth(1).locator("[data-name=text]"))
                    .hasValue("الإنارة");
            two.locator("growing-list:visible li").nth(1).locator("[name=more]").click();
            assertThat(one.locator("growing-list:visible output").first()).hasText("2");
        }
    }

    @Test
    void aCutNetworkLosesNothingAndTheServerHasItOnce(Stage stage) throws IOException, InterruptedException {
        try (var reader = stage.reader("fr")) {
            reader.expects("net::ERR");
            var page = reader.open(MEETING);
            kept(page);
            page.context().setOffline(true);
            page.keyboard().press("PageDown");
            page.locator("figure-verdict:visible [name=completed]").click();
            page.keyboard().type("Il manque le douar");
            assertThat(state(page)).containsText("attente du réseau");
            page.reload();
            assertThat(page.locator("meeting-room .notice.kept")).containsText("Sans réseau");
            assertThat(page.locator("meeting-room .notice.kept")).containsText("édition 1");
            assertThat(page.locator("figure-verdict:visible textarea")).hasValue("Il manque le douar");
            page.evaluate("location.hash = '#13'");
            page.locator("[name=end]").click();
            assertThat(page.locator("[data-say=ended]")).isVisible();
            page.context().setOffline(false);
            assertThat(state(page)).hasText(Pattern.compile("Envoyé à \\d\\d:\\d\\d"));
            var id = (String) page.evaluate("localStorage.getItem('meeting/44410109/uuid')");
            var tray = stage.program().data().resolve("meetings");
            try (var files = Files.list(tray)) {
                assertThat(files.filter(file -> file.getFileName().toString().startsWith(id)))
                        .hasSize(1);
            }
            assertThat(stage.server()
                            .json("/api/meetings/" + id)
                            .at("/figures/0/note")
                            .asString())
                    .isEqualTo("Il manque le douar");
            var file = page.waitForDownload(() -> page.locator(".package").click());
            assertThat(Files.size(file.path())).isPositive();
            page.locator("[name=clear]").click();
            page.locator("[name=sure]").click();
            assertThat(position(page)).hasText("1 / 13");
            assertThat(page.evaluate("localStorage.getItem('meeting/44410109/uuid')"))
                    .isNull();
            assertThat(stage.server().answer("/api/meetings/" + id).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whatTheRoomSaidIsPublishedAndMarksTheFigure(Stage stage, @TempDir Path folder)
            throws IOException, InterruptedException {
        try (var reader = stage.reader("fr")) {
            var page = reader.open(MEETING + "#2");
            var figure = page.locator("figure-verdict")
                    .first()
                    .getAttribute("data-figure")
                    .split("/", -1);
            page.locator("figure-verdict:visible [name=contested]").click();
            page.keyboard().type("Ce n’est pas <b>ainsi</b>");
            page.evaluate("location.hash = '#13'");
            page.locator("[name=end]").click();
            assertThat(state(page)).containsText("Envoyé à");
            var id = (String) page.evaluate("localStorage.getItem('meeting/44410109/uuid')");
            var file = folder.resolve("reunion.zip");
            var written = stage.program().run("meetings", id, "--out", file.toString());
            assertThat(written.status()).as(written.printed()).isZero();
            var published = stage.program().run("publish", file.toString(), "--yes");
            assertThat(published.status()).as(published.printed()).isZero();
            var code = stage.server().json("/api/meetings/" + id).get("code").asString();
            try {
                var observation = stage.server()
                        .json("/api/observations?dataset=%s&indicator=%s&area=%s&period=%s"
                                .formatted(figure[0], figure[1], figure[2], figure[3]))
                        .at("/observations/0");
                assertThat(observation.get("contested").asBoolean()).isTrue();
                page.navigate(MEETING + "#9");
                assertThat(page.locator(".voices")).containsText("Ce n’est pas <b>ainsi</b>");
                page.keyboard().press("Home");
                page.keyboard().press("PageDown");
                assertThat(page.locator(".contested:visible")).isVisible();
            } finally {
                stage.program().run("withdraw", "meeting-" + code, "1", "--reason", "essai", "--yes");
            }
        }
    }

    /** Waits until the browser has what it needs to go on without a network. */
    private static void kept(Page page) {
        assertThat(page.locator("meeting-room[data-taken]")).isVisible();
    }

    @Test
    void aFullMemoryIsSaidPlainlyAndTheRestIsStillSent(Stage stage) {
        try (var reader = stage.reader("en")) {
            reader.page()
                    .addInitScript(
                            "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };");
            var page = reader.open(MEETING + "#2");
            page.locator("figure-verdict:visible [name=confirmed]").click();
            assertThat(state(page)).containsText("The memory of this device is full");
            assertThat(state(page)).containsText("Sent at");
        }
    }

    @Test
    void staysWithTheEditionsWithWhichItBegan(Stage stage) {
        try (var reader = stage.reader("fr")) {
            var page = reader.open(MEETING);
            assertThat(page).hasURL(Pattern.compile("editions=.*sale-recensement-2024%3A1"));
            page.keyboard().press("PageDown");
            page.reload();
            assertThat(position(page)).hasText("2 / 13");
            assertThat(page.locator(".origin:visible")).containsText("édition 1");
        }
    }

    @Test
    void isOnePageWithoutScript(Stage stage) {
        try (var reader = stage.readerWithoutScript()) {
            var page = reader.page();
            page.navigate(MEETING);
            assertThat(page.locator(".screen:visible")).hasCount(13);
            assertThat(page.locator(".masthead")).isVisible();
            assertThat(page.locator("noscript p")).containsText("JavaScript");
        }
    }

    @Test
    void aTownTakenAlongIsReadWithoutANetwork(Stage stage) {
        try (var reader = stage.reader("ar")) {
            reader.expects("net::ERR");
            var page = reader.open("/areas/4441010");
            page.locator("take-along [name=take]").click();
            assertThat(page.locator("take-along [name=remove]"))
                    .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                            .setTimeout(60_000));
            assertThat(page.locator("take-along [role=status]")).containsText("sale-recensement-2024/1");
            page.context().setOffline(true);
            page.navigate("/areas/44410105");
            assertThat(page.locator("html")).hasAttribute("lang", "ar");
            assertThat(page.locator(".notice.kept")).isVisible();
            page.navigate("/areas/44410105/meeting?lang=fr");
            assertThat(position(page)).hasText("1 / 13");
            page.navigate("/map?within=4441010");
            page.waitForSelector("area-map .leaflet-interactive");
            assertThat(page.locator(".notice.kept")).isVisible();
            page.context().setOffline(false);
            page.navigate("/areas/4441010");
            assertThat(page.locator(".notice.kept")).isHidden();
            page.locator("take-along [name=remove]").click();
            assertThat(page.locator("take-along [name=remove]")).isHidden();
        }
    }

    @Test
    void isOneStepFromThePageOfTheArea(Stage stage) {
        try (var reader = stage.reader("ar")) {
            var page = reader.open("/areas/44410109");
            page.locator("a[href$='/areas/44410109/meeting']").click();
            assertThat(position(page)).hasText("1 / 13");
            page.locator(".bar .leave").click();
            assertThat(page).hasURL(Pattern.compile("/areas/44410109$"));
        }
    }
}
