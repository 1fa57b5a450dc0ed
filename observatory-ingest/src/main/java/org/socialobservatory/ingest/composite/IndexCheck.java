package org.socialobservatory.ingest.composite;

import java.util.HashSet;
import java.util.List;
import org.socialobservatory.ingest.check.Naming;
import org.socialobservatory.ingest.mapping.tabulation.ComposedIndicator;
import org.socialobservatory.ingest.mapping.tabulation.ComposedIndicator.Part;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.indicator.Indicator.Direction;
import org.socialobservatory.ontology.indicator.Indicator.Kind;

/** What can be said of indices before there are any figures: whether all that they name is known. */
public final class IndexCheck {

    private final Indicators indicators;
    private final Findings findings;

    private IndexCheck(Indicators indicators, Findings findings) {
        this.indicators = indicators;
        this.findings = findings;
    }

    public static void check(List<Described> described, Indicators indicators, Findings findings) {
        var check = new IndexCheck(indicators, findings);
        var codes = new HashSet<String>();
        var named = new Naming();
        for (Described one : described) {
            var code = one.index().code();
            check.check(one.index());
            if (!codes.add(code)) {
                findings.add(FindingRule.NAME_TWICE, one.index().place("code"), code, code);
            }
            if (indicators.find(code).isEmpty()) {
                named.see(code, one.index().definition().labels());
            }
        }
        named.report(Place.PACKAGE.column("composites"), findings);
    }

    private void check(ComposedIndicator index) {
        indicators
                .find(index.code())
                .filter(known -> known.kind() != Kind.INDEX)
                .ifPresent(known -> findings.add(
                        FindingRule.KIND_DIFFERS,
                        index.place("code"),
                        index.code(),
                        index.code(),
                        known.kind().code(),
                        Kind.INDEX.code()));
        index.parts().forEach(this::check);
    }

    private void check(Part part) {
        var code = part.indicator();
        var indicator = indicators.find(code);
        if (indicator.isEmpty()) {
            findings.add(FindingRule.INDICATOR_UNKNOWN, part.place("indicator"), code, code, indicators.nearest(code));
        } else if (part.direction() == null && indicator.get().direction() == Direction.NONE) {
            findings.add(FindingRule.COMPONENT_WITHOUT_DIRECTION, part.place("direction"), code, code);
        }
    }
}
