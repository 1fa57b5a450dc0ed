package org.socialobservatory.api.page.area;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An address that a telephone reads from paper (ISO/IEC 18004), as squares of a drawing.
 *
 * @param address what it says
 * @param size of the drawing in modules, with the quiet zone of four around it
 * @param path of the dark modules, in the form of SVG
 */
public record QrCode(String address, int size, String path) {

    private static final int QUIET = 4;

    static QrCode of(String address) {
        try {
            var modules = Encoder.encode(
                            address,
                            ErrorCorrectionLevel.M,
                            Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name()))
                    .getMatrix();
            var path = new StringBuilder();
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    if (modules.get(x, y) == 1) {
                        path.append('M')
                                .append(x + QUIET)
                                .append(' ')
                                .append(y + QUIET)
                                .append("h1v1h-1z");
                    }
                }
            }
            return new QrCode(address, modules.getWidth() + 2 * QUIET, path.toString());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("No QR code holds " + address, tooLong);
        }
    }
}
