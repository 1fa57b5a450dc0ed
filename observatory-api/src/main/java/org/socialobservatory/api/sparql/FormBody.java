package org.socialobservatory.api.sparql;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;

/** Reads parameters as addresses and forms carry them ({@code application/x-www-form-urlencoded}), strictly as UTF-8. */
final class FormBody {

    private FormBody() {}

    static Map<String, List<String>> parameters(byte[] form) {
        var values = new LinkedHashMap<String, List<String>>();
        int from = 0;
        while (from < form.length) {
            int to = indexOf(form, '&', from, form.length);
            if (to > from) {
                int equals = indexOf(form, '=', from, to);
                var value = equals < to ? decoded(form, equals + 1, to) : "";
                values.computeIfAbsent(decoded(form, from, equals), _ -> new ArrayList<>())
                        .add(value);
            }
            from = to + 1;
        }
        return values;
    }

    private static int indexOf(byte[] form, char sought, int from, int to) {
        int at = from;
        while (at < to && form[at] != sought) {
            at++;
        }
        return at;
    }

    private static String decoded(byte[] form, int from, int to) {
        var bytes = new ByteArrayOutputStream(to - from);
        for (int at = from; at < to; at++) {
            if (form[at] == '%') {
                if (at + 2 >= to) {
                    throw new Refused(ProblemRule.MALFORMED_REQUEST);
                }
                bytes.write(digit(form[at + 1]) * 16 + digit(form[at + 2]));
                at += 2;
            } else {
                bytes.write(form[at] == '+' ? ' ' : form[at]);
            }
        }
        return text(bytes.toByteArray());
    }

    private static int digit(byte hexadecimal) {
        int digit = Character.digit(hexadecimal, 16);
        if (digit < 0) {
            throw new Refused(ProblemRule.MALFORMED_REQUEST);
        }
        return digit;
    }

    /** A text in UTF-8, refused where it is not. */
    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Refused(ProblemRule.MALFORMED_REQUEST);
        }
    }
}
