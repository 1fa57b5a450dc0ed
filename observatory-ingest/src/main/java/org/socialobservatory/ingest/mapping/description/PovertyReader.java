package org.socialobservatory.ingest.mapping.description;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.tabulation.Fraction;
import org.socialobservatory.ingest.mapping.tabulation.Statistic;
import org.socialobservatory.ingest.mapping.tabulation.Statistic.Deprivation;
import org.socialobservatory.ingest.mapping.tabulation.Statistic.Pillar;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.finding.FindingRule;

/**
 * Reads an index of multidimensional poverty (Alkire and Foster 2011): pillars with their weights and deprivations, all
 * written out or after a profile, which leaves only to say who is deprived of what.
 */
final class PovertyReader {

    /** What a country has agreed upon. */
    private enum Profile {
        /** Morocco's index: three pillars of one weight, and poor is who is deprived of a third. */
        MOROCCO(List.of("education", "health", "living-conditions"), Fraction.of(1, 3));

        private final List<String> pillars;
        private final Fraction cutoff;

        Profile(List<String> pillars, Fraction cutoff) {
            this.pillars = pillars;
            this.cutoff = cutoff;
        }
    }

    private static final Map<String, Profile> PROFILES = Map.of("morocco", Profile.MOROCCO);

    private final Section section;
    private boolean complete = true;

    PovertyReader(Section section) {
        this.section = section;
    }

    Optional<Statistic> read() {
        var profile = section.has("profile") ? section.choice("profile", PROFILES, Profile.MOROCCO) : null;
        var cutoff = fraction(section, "cutoff");
        if (cutoff == null && profile == null) {
            needed(section, "cutoff");
        }
        var pillars = profile == null ? pillars() : pillars(profile);
        if (!complete || repeats(pillars)) {
            return Optional.empty();
        }
        var share = cutoff == null && profile != null ? profile.cutoff : cutoff;
        return Optional.of(new Statistic.Poverty(share == null ? Fraction.ONE : share, pillars));
    }

    /** {@code deprived: {education: {attendance: "absent = 'oui'"}, …}}: deprivations of a pillar weigh the same. */
    private List<Pillar> pillars(Profile profile) {
        var deprived = section.section("deprived");
        if (deprived.isEmpty()) {
            missing(section, "deprived");
            return List.of();
        }
        var weight = Fraction.ONE.dividedBy(profile.pillars.size());
        var pillars = new ArrayList<Pillar>();
        for (String pillar : profile.pillars) {
            var conditions = new LinkedHashMap<String, String>();
            deprived.get().section(pillar).ifPresent(keys -> {
                for (String code : List.copyOf(keys.names())) {
                    keys.text(code).filter(_ -> isCode(keys, code, code)).ifPresent(text -> conditions.put(code, text));
                }
            });
            if (conditions.isEmpty()) {
                missing(deprived.get(), pillar);
            } else {
                var own = weight.dividedBy(conditions.size());
                var deprivations = new ArrayList<Deprivation>();
                conditions.forEach(
                        (code, text) -> deprivations.add(new Deprivation(code, Multilingual.none(), own, text)));
                pillars.add(new Pillar(pillar, Multilingual.none(), weight, deprivations));
            }
        }
        deprived.get().close(FindingRule.KEY_UNKNOWN);
        return pillars;
    }

    /**
     * Whether a code names two things, whose parts of the index would then be one figure. A deprivation may have the code
     * of its own pillar where it is the only one in it.
     */
    private boolean repeats(List<Pillar> pillars) {
        var named = new HashSet<String>();
        boolean repeats = false;
        for (Pillar pillar : pillars) {
            boolean alone = pillar.deprivations().size() == 1
                    && pillar.deprivations().getFirst().code().equals(pillar.code());
            var codes = new ArrayList<String>();
            codes.add(pillar.code());
            if (!alone) {
                pillar.deprivations().forEach(deprivation -> codes.add(deprivation.code()));
            }
            for (String code : codes) {
                if (!named.add(code)) {
                    section.fault(FindingRule.PART_TWICE, "dimensions", code, code);
                    repeats = true;
                }
            }
        }
        return repeats;
    }

    private List<Pillar> pillars() {
        var sections = section.sections("dimensions");
        if (sections.isEmpty()) {
            missing(section, "dimensions");
        }
        var pillars = new ArrayList<Pillar>();
        var all = Fraction.ZERO;
        for (Section one : sections) {
            var pillar = pillar(one, sections.size());
            all = all.plus(pillar.weight());
            pillars.add(pillar);
        }
        if (complete && !all.equals(Fraction.ONE)) {
            refuse(section, "dimensions", "Σ weight = " + all, "Σ weight = 1");
        }
        return pillars;
    }

    /** @param pillars how many there are, which weigh the same where nothing is said */
    private Pillar pillar(Section keys, int pillars) {
        var code = code(keys);
        var labels = keys.multilingual("label");
        var given = fraction(keys, "weight");
        var weight = given == null ? Fraction.ONE.dividedBy(pillars) : given;
        var sections = keys.sections("indicators");
        if (sections.isEmpty()) {
            missing(keys, "indicators");
        }
        var deprivations = new ArrayList<Deprivation>();
        var all = Fraction.ZERO;
        for (Section one : sections) {
            var share = fraction(one, "weight");
            var own = share == null ? weight.dividedBy(sections.size()) : share;
            deprivations.add(new Deprivation(code(one), one.multilingual("label"), own, needed(one, "deprived")));
            all = all.plus(own);
            one.close(FindingRule.KEY_UNKNOWN);
        }
        if (complete && !all.equals(weight)) {
            refuse(keys, "indicators", "Σ weight = " + all, "Σ weight = " + weight);
        }
        keys.close(FindingRule.KEY_UNKNOWN);
        return new Pillar(code, labels, weight, deprivations);
    }

    private String code(Section keys) {
        var code = needed(keys, "code");
        return code.isEmpty() || isCode(keys, "code", code) ? code : "";
    }

    private boolean isCode(Section keys, String key, String code) {
        if (Codes.valid(code)) {
            return true;
        }
        keys.fault(FindingRule.CODE_MALFORMED, key, code, code);
        complete = false;
        return false;
    }

    private String needed(Section keys, String key) {
        var text = keys.text(key);
        if (text.isEmpty()) {
            missing(keys, key);
        }
        return text.orElse("");
    }

    private void missing(Section keys, String key) {
        keys.missing(key);
        complete = false;
    }

    private void refuse(Section keys, String key, String value, String allowed) {
        keys.fault(FindingRule.VALUE_NOT_ALLOWED, key, value, keys.path() + "." + key, value, allowed);
        complete = false;
    }

    /** A share above 0, at most 1. */
    private @Nullable Fraction fraction(Section keys, String key) {
        var text = keys.text(key).orElse(null);
        if (text == null) {
            return null;
        }
        var fraction = Fraction.parse(text);
        if (fraction.isEmpty()
                || fraction.get().compareTo(Fraction.ZERO) <= 0
                || fraction.get().compareTo(Fraction.ONE) > 0) {
            refuse(keys, key, text, "1/3, 0.25, … ≤ 1");
            return Fraction.ONE;
        }
        return fraction.get();
    }
}
