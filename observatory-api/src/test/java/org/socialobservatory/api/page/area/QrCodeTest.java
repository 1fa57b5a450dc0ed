package org.socialobservatory.api.page.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {

    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/datasets/sale-2024/editions/1",
                "https://observatoire.example/datasets/a-dataset-with-a-very-long-code-of-its-own.2024~fin/editions/4711"
            })
    void saysTheAddressToATelephone(String address) throws ReaderException {
        var code = QrCode.of(address);
        var modules = new BitMatrix(code.size() - 8);
        var drawn = MODULE.matcher(code.path());
        while (drawn.find()) {
            modules.set(Integer.parseInt(drawn.group(1)) - 4, Integer.parseInt(drawn.group(2)) - 4);
        }
        assertThat(new Decoder().decode(modules).getText()).isEqualTo(address);
    }

    @Test
    void refusesWhatNoCodeHolds() {
        assertThatThrownBy(() -> QrCode.of("x".repeat(3_000))).isInstanceOf(IllegalArgumentException.class);
    }
}
