package org.socialobservatory.face;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The main pages look as they did when somebody last looked at them. A page that is meant to look otherwise is looked at in
 * {@code web/browser/target/screens} and accepted with {@code -Dbless}, which writes the images anew.
 */
@OnStage
class ReviewedImagesTest {

    private static final Path REVIEWED = Path.of("../../docs/screens");
    private static final Path SEEN = Path.of("target/screens");

    private static final Map<String, String> PAGES = Map.of(
            "home", "/",
            "map", "/map?indicator=illiteracy-rate",
            "area", "/areas/44410109",
            "sheet", "/areas/44410109/sheet",
            "meeting", "/areas/44410109/meeting");

    private static final Map<String, Screen> SCREENS =
            Map.of("phone", Screen.PHONE, "laptop", Screen.LAPTOP, "projector", Screen.PROJECTOR);

    /** System fonts differ from machine to machine; those of the tests are installed with them. */
    private static final String SAME_LETTERS =
            "html, body, button, input, select, textarea { font-family: \"Noto Naskh Arabic\", \"Noto Sans\" !important; }";

    private static final int QUALITY = 55;
    /** Pixels to a side of the fields of which the light is compared: about two letters. */
    private static final int FIELD = 16;
    /** Of 255: a line of text that moved makes more. */
    private static final int LIGHTER = 24;
    /** Of the fields of an image may look otherwise: dates and edition times do on each run. */
    private static final double SHARE = 0.02;

    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar", "en"})
    void lookAsTheyDidWhenSomebodyLooked(String language, Stage stage) throws IOException {
        var faults = new ArrayList<String>();
        try (var reader = stage.reader(language)) {
            for (var screen : SCREENS.entrySet()) {
                reader.on(screen.getValue());
                for (var address : PAGES.entrySet()) {
                    var name = address.getKey() + "-" + language + "-" + screen.getKey() + ".jpg";
                    var seen = picture(reader.open(address.getValue()));
                    keep(SEEN.resolve(name), seen);
                    if (System.getProperty("bless") != null) {
                        keep(REVIEWED.resolve(name), seen);
                    }
                    var share = difference(ImageIO.read(REVIEWED.resolve(name).toFile()), image(seen));
                    if (share > SHARE) {
                        faults.add("%s: %.1f %% looks otherwise".formatted(name, 100 * share));
                    }
                }
            }
        }
        assertThat(faults).as("look at %s, then -Dbless", SEEN.toAbsolutePath()).isEmpty();
    }

    private static byte[] picture(Page page) {
        page.addStyleTag(new Page.AddStyleTagOptions().setContent(SAME_LETTERS));
        page.evaluate("document.fonts.ready");
        return page.screenshot(new Page.ScreenshotOptions()
                .setType(ScreenshotType.JPEG)
                .setQuality(QUALITY)
                .setAnimations(ScreenshotAnimations.DISABLED));
    }

    private static void keep(Path file, byte[] picture) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, picture);
    }

    private static BufferedImage image(byte[] picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture));
    }

    /** The share of fields of which the light is another. */
    private static double difference(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return 1;
        }
        int fields = 0;
        int different = 0;
        for (int y = 0; y + FIELD <= one.getHeight(); y += FIELD) {
            for (int x = 0; x + FIELD <= one.getWidth(); x += FIELD) {
                fields++;
                different += Math.abs(light(one, x, y) - light(other, x, y)) > LIGHTER ? 1 : 0;
            }
        }
        return (double) different / fields;
    }

    private static double light(BufferedImage image, int left, int top) {
        long sum = 0;
        for (int pixel : image.getRGB(left, top, FIELD, FIELD, null, 0, FIELD)) {
            sum += (pixel >> 16 & 0xff) + (pixel >> 8 & 0xff) + (pixel & 0xff);
        }
        return sum / (3.0 * FIELD * FIELD);
    }
}
