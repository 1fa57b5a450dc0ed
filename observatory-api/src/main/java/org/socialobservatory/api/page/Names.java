package org.socialobservatory.api.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.cube.CodeList;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.period.Period;

/** What things are called in a reader's language; a thing without a name is called by its code. */
public final class Names {

    private static final int LAST = Integer.MAX_VALUE;

    private static final char LEFT_TO_RIGHT = '\u200e';

    private final Snapshot snapshot;
    private final Wording wording;
    private final boolean marking;
    private final Map<String, IndicatorText> indicators = new HashMap<>();
    private final Map<String, Map<String, Integer>> positions = new HashMap<>();

    /** @param marking whether a text in another language than the reader's says in which */
    Names(Snapshot snapshot, Wording wording, boolean marking) {
        this.snapshot = snapshot;
        this.wording = wording;
        this.marking = marking;
    }

    public String of(Multilingual names, String code) {
        var text = of(names);
        return text == null ? code : text;
    }

    public @Nullable String of(Multilingual text) {
        var language = text.nearest(wording.language());
        return language.isEmpty() ? null : marked(text.exactly(language.get()).orElseThrow(), language.get());
    }

    /** An eye that reads numbers needs to know why a word is foreign to it. */
    private String marked(String text, Language language) {
        if (!marking || language == wording.language()) {
            return text;
        }
        var mark = text + "\u00a0(" + language.tag() + ")";
        return wording.language().rightToLeft() && !language.rightToLeft() ? mark + LEFT_TO_RIGHT : mark;
    }

    public String area(String code) {
        return snapshot.territory().area(code).map(this::proper).orElse(code);
    }

    /** A name of a place is the same in all languages of one script, and marked only in another. */
    private String proper(Area area) {
        var language = area.names().nearest(wording.language());
        boolean sameScript = language.isPresent()
                && language.get().rightToLeft() == wording.language().rightToLeft();
        return sameScript ? area.names().exactly(language.get()).orElseThrow() : of(area.names(), area.code());
    }

    public Named named(Area area) {
        return new Named(area.code(), proper(area));
    }

    /** Areas in the order of the alphabet. */
    public List<Named> named(List<Area> areas) {
        return areas.stream().map(this::named).sorted(alphabetical()).toList();
    }

    public Comparator<Named> alphabetical() {
        return Comparator.comparing(Named::name, wording.alphabetical()).thenComparing(Named::code);
    }

    public String level(String code) {
        return code("level", code);
    }

    /** The name of a theme; figures without one have a heading too. */
    public String theme(@Nullable String code) {
        return code == null ? wording.say("theme.none") : code("theme", code);
    }

    /** The place of a theme on a page; figures without a known theme come last. */
    public int themePosition(@Nullable String code) {
        return code == null ? LAST : position("theme", code);
    }

    public boolean isNoTheme(int position) {
        return position == LAST;
    }

    public String dimension(String name) {
        return snapshot.catalogue()
                .codeList(name)
                .map(CodeList::labels)
                .map(labels -> of(labels, name))
                .orElse(name);
    }

    /** The label of a code in the list of that name. */
    public String code(String scheme, String code) {
        return snapshot.catalogue()
                .codeList(scheme)
                .flatMap(list -> list.concept(code))
                .map(concept -> of(concept.labels(), code))
                .orElse(code);
    }

    /** The place of a code in its list; codes without one come last. */
    public int position(String scheme, String code) {
        return positions.computeIfAbsent(scheme, this::positions).getOrDefault(code, LAST);
    }

    private Map<String, Integer> positions(String scheme) {
        var found = new HashMap<String, Integer>();
        snapshot.catalogue()
                .codeList(scheme)
                .ifPresent(list -> list.concepts().forEach(concept -> found.put(concept.code(), found.size())));
        return found;
    }

    /** The codes of a breakdown, one after the other. */
    public String breakdown(Breakdown breakdown) {
        return breakdown.isTotal()
                ? wording.say("breakdown.total")
                : breakdown.codes().entrySet().stream()
                        .map(code -> code(code.getKey(), code.getValue()))
                        .collect(Collectors.joining(wording.say("list.separator")));
    }

    /** A period as people say it; its code is the same in all languages, only the dash between two is not. */
    public String period(Period period) {
        return period.code().replace("--", "\u2009–\u2009");
    }

    /** The code under which an indicator is shown: that of the catalogue indicator that it is, else its own. */
    public String shownAs(String indicator) {
        return snapshot.catalogue().shared(indicator).map(Indicator::code).orElse(indicator);
    }

    /** An indicator in words; what a package leaves open comes from the catalogue indicator that it is. */
    public IndicatorText indicator(String code) {
        return indicators.computeIfAbsent(code, _ -> {
            var own = snapshot.catalogue().indicator(code);
            var shared = snapshot.catalogue().shared(code);
            return IndicatorText.of(this, code, shared.or(() -> own), own);
        });
    }
}
