package org.socialobservatory.api.snapshot.rdf.description;

import org.apache.jena.graph.Node;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.indicator.Composite;
import org.socialobservatory.ontology.indicator.Composite.Component;

/** How the indices of areas are composed, and from which editions. */
final class CompositeDescription {

    private final Snapshot snapshot;
    private final Names names;
    private final Describing say;

    CompositeDescription(Snapshot snapshot, Names names, Describing say) {
        this.snapshot = snapshot;
        this.names = names;
        this.say = say;
    }

    void describe() {
        for (var published : snapshot.datasets().values()) {
            published.definitions().composites().forEach(composite -> composite(published, composite));
        }
    }

    private void composite(PublishedDataset published, Composite composite) {
        var code = published.code() + "." + composite.indicator();
        var subject = say.part("composite/" + code);
        say.type(subject, Terms.obs("Composite"))
                .link(subject, Terms.obs("composes"), names.indicator(composite.indicator()))
                .text(
                        subject,
                        Terms.obs("normalisation"),
                        composite.normalisation().code())
                .text(subject, Terms.obs("aggregation"), composite.aggregation().code())
                .integer(subject, Terms.obs("draws"), composite.draws());
        int ordinal = 0;
        for (Component component : composite.components()) {
            var part = say.part("component/" + code + "." + ++ordinal);
            say.link(subject, Terms.obs("component"), part);
            component(part, component);
        }
    }

    private void component(Node part, Component component) {
        say.type(part, Terms.obs("Component"))
                .link(part, Terms.obs("componentIndicator"), names.indicator(component.indicator()))
                .text(part, Terms.obs("componentBreakdown"), component.breakdown())
                .link(
                        part,
                        Terms.obs("componentDirection"),
                        names.concept("direction", component.direction().code()))
                .number(part, Terms.obs("componentWeight"), component.weight());
        if (component.period() != null) {
            say.link(part, Terms.obs("componentPeriod"), names.period(component.period()));
        }
        var source = component.source();
        if (source != null) {
            say.link(part, Terms.WAS_DERIVED_FROM, names.edition(source.dataset(), source.edition()));
        }
    }
}
