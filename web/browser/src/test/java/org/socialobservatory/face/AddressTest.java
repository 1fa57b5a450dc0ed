package org.socialobservatory.face;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code lib/address.js}: the query of an address as the state of a page. */
@OnStage
class AddressTest {

    private static Object call(Page page, String function, Object... arguments) {
        return page.evaluate(
                "async ([name, given]) => (await import('/lib/address.js'))[name](...given)",
                List.of(function, List.of(arguments)));
    }

    @Test
    void setsAndTakesAwayParameters(Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.open("/");
            assertThat(call(page, "withParameters", "?a=1&b=2", Map.of("a", "", "c", "é & ى")))
                    .isEqualTo("?b=2&c=%C3%A9+%26+%D9%89");
            assertThat(call(page, "withParameters", "?a=1", Map.of("a", ""))).isEqualTo("");
        }
    }

    @Test
    void writesABoxThatItReads(Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.open("/");
            var box = List.of(-6.84213, 34.00001, -6.7, 34.1);
            var written = call(page, "writeBox", box);
            assertThat(written).isEqualTo("-6.84213,34.00001,-6.7,34.1");
            assertThat(call(page, "readBox", written)).isEqualTo(box);
        }
    }

    @Test
    void readsNoBoxInAnythingElse(Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.open("/");
            for (String text :
                    List.of("", "1,2,3", "1,2,3,4,5", "1,2,x,4", "1,,3,4", "3,2,1,4", "1,4,3,2", "1,2,Infinity,4")) {
                assertThat(call(page, "readBox", text)).as(text).isNull();
            }
        }
    }
}
