package org.socialobservatory.api.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;

/** Text as addresses and forms carry it ({@code application/x-www-form-urlencoded}), read strictly as UTF-8. */
public final class PercentEncoding {

    private PercentEncoding() {}

    /** The text that a part of some bytes stands for. */
    public static String decoded(byte[] encoded, int from, int to) {
        var bytes = new ByteArrayOutputStream(to - from);
        for (int at = from; at < to; at++) {
            if (encoded[at] == '%') {
                if (at + 2 >= to) {
                    throw new Refused(ProblemRule.MALFORMED_REQUEST);
                }
                bytes.write(digit(encoded[at + 1]) * 16 + digit(encoded[at + 2]));
                at += 2;
            } else {
                bytes.write(encoded[at] == '+' ? ' ' : encoded[at]);
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static int digit(byte hexadecimal) {
        int digit = Character.digit(hexadecimal, 16);
        if (digit < 0) {
            throw new Refused(ProblemRule.MALFORMED_REQUEST);
        }
        return digit;
    }

    /** A text in UTF-8, refused where it is not. */
    public static String utf8(byte[] bytes) {
        try {
            // A decoder that nobody configures reports what is malformed.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Refused(ProblemRule.MALFORMED_REQUEST);
        }
    }
}
