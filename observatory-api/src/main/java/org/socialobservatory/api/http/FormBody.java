package org.socialobservatory.api.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads parameters as addresses and forms carry them ({@code application/x-www-form-urlencoded}), strictly as UTF-8. */
public final class FormBody {

    private FormBody() {}

    public static Map<String, List<String>> parameters(byte[] form) {
        var values = new LinkedHashMap<String, List<String>>();
        int from = 0;
        while (from < form.length) {
            int to = indexOf(form, '&', from, form.length);
            if (to > from) {
                int equals = indexOf(form, '=', from, to);
                var value = equals < to ? PercentEncoding.decoded(form, equals + 1, to) : "";
                values.computeIfAbsent(PercentEncoding.decoded(form, from, equals), _ -> new ArrayList<>())
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
}
