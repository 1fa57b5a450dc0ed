package org.socialobservatory.ingest.mapping.description;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.socialobservatory.ingest.mapping.description.ResourceDescription.Allowance;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ontology.finding.FindingRule;

/** Reads {@code tolerate: {code: 100}} and {@code {code: 0.5%}}. */
final class Tolerance {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})|(\\d{1,3}(?:\\.\\d{1,6})?)\\s*%");

    private Tolerance() {}

    static Map<FindingRule, Allowance> read(Section role) {
        var found = new EnumMap<FindingRule, Allowance>(FindingRule.class);
        role.section("tolerate").ifPresent(section -> {
            for (String code : section.names()) {
                var rule = ResourceDescription.TOLERABLE.stream()
                        .filter(candidate -> candidate.code().equals(code))
                        .findFirst();
                if (rule.isEmpty()) {
                    var known = ResourceDescription.TOLERABLE.stream()
                            .map(FindingRule::code)
                            .sorted()
                            .toList();
                    section.fault(FindingRule.KEY_UNKNOWN, code, null, code, Spelling.nearestText(code, known));
                } else {
                    section.text(code).ifPresent(text -> found.put(rule.get(), allowance(section, code, text)));
                }
            }
        });
        return found;
    }

    private static Allowance allowance(Section section, String code, String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            section.fault(FindingRule.VALUE_NOT_ALLOWED, code, text, code, text, "100, 0.5%");
            return new Allowance(0L, null);
        }
        return parts.group(1) != null
                ? new Allowance(Long.valueOf(parts.group(1)), null)
                : new Allowance(null, new BigDecimal(parts.group(2)));
    }
}
