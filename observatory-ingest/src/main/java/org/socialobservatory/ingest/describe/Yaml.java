package org.socialobservatory.ingest.describe;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes YAML as a person would, line by line. */
final class Yaml {

    /** Scalars that mean themselves without quotes in every YAML, in block and flow. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N} _.'/()-]*(?<! )");

    private static final Pattern NOT_TEXT = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n|~");
    private static final Pattern CODE = Pattern.compile("\\d[\\d-]*");

    private final StringBuilder text = new StringBuilder();

    /** A line at a depth, with a remark behind it where there is one to make. */
    Yaml line(int depth, String content, String remark) {
        text.append("  ".repeat(depth)).append(content);
        if (!remark.isEmpty()) {
            text.append("  # ").append(remark);
        }
        text.append('\n');
        return this;
    }

    Yaml line(int depth, String content) {
        return line(depth, content, "");
    }

    /** A scalar, in quotes where it needs them. */
    static String scalar(String value) {
        boolean plain =
                PLAIN.matcher(value).matches() && !NOT_TEXT.matcher(value).matches();
        boolean year = CODE.matcher(value).matches() && !value.startsWith("0") && value.length() <= 10;
        return plain || year ? value : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** {@code {a: b, c: d}}; the values are YAML already. */
    static String flow(Map<String, String> entries) {
        return entries.entrySet().stream()
                .map(entry -> scalar(entry.getKey()) + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
