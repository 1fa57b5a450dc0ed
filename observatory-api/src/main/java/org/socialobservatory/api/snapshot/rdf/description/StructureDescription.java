package org.socialobservatory.api.snapshot.rdf.description;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.UncertaintyPart;

/**
 * A dataset as a cube with its structure, normalised: each component says its property both by role and as
 * {@code qb:componentProperty} (RDF Data Cube §10).
 */
public final class StructureDescription {

    private final PublishedDataset published;
    private final Names names;
    private final Describing say = new Describing();
    private final Node structure;
    private int order;

    private StructureDescription(PublishedDataset published, Names names) {
        this.published = published;
        this.names = names;
        structure = names.structure(published.code());
    }

    public static Graph of(PublishedDataset published, Names names) {
        return new StructureDescription(published, names).describe();
    }

    private Graph describe() {
        var dataset = names.dataset(published.code());
        say.type(dataset, Terms.DATA_SET)
                .text(dataset, Terms.NOTATION, published.code())
                .texts(dataset, Terms.RDFS_LABEL, published.dataset().title())
                .link(dataset, Terms.STRUCTURE, structure)
                .flag(dataset, Terms.obs("fictitious"), published.dataset().fictitious())
                .type(structure, Terms.STRUCTURE_DEFINITION);
        component(Terms.DIMENSION, Terms.INDICATOR);
        component(Terms.DIMENSION, Terms.REF_AREA);
        component(Terms.DIMENSION, Terms.REF_PERIOD);
        published.dimensions().forEach(name -> component(Terms.DIMENSION, names.dimension(name)));
        component(Terms.MEASURE, Terms.OBS_VALUE);
        for (Node always : List.of(Terms.OBS_STATUS, Terms.UNIT_MEASURE)) {
            say.flag(component(Terms.ATTRIBUTE, always), Terms.COMPONENT_REQUIRED, true);
        }
        component(Terms.ATTRIBUTE, Terms.AREA_VERSION);
        component(Terms.ATTRIBUTE, Terms.RELIABILITY);
        for (var part : UncertaintyPart.values()) {
            if (published.block().has(part)) {
                component(Terms.ATTRIBUTE, property(part));
            }
        }
        return say.done();
    }

    private Node component(Node role, Node property) {
        order++;
        var component = say.part("structure/" + published.code() + "/" + order);
        say.link(structure, Terms.COMPONENT, component)
                .type(component, Terms.COMPONENT_SPECIFICATION)
                .link(component, role, property)
                .link(component, Terms.COMPONENT_PROPERTY, property)
                .literal(component, Terms.ORDER, Integer.toString(order), XSDDatatype.XSDint);
        return component;
    }

    /** The attribute that carries a part of the uncertainty. */
    public static Node property(UncertaintyPart part) {
        return Terms.obs(
                switch (part) {
                    case STANDARD_ERROR -> "standardError";
                    case LOWER -> "confidenceLower";
                    case UPPER -> "confidenceUpper";
                    case SAMPLE_SIZE -> "sampleSize";
                    case EFFECTIVE_SAMPLE_SIZE -> "effectiveSampleSize";
                    case DESIGN_EFFECT -> "designEffect";
                    case DEGREES_OF_FREEDOM -> "degreesOfFreedom";
                    case DENOMINATOR -> "denominator";
                    case PARENT_COVARIANCE -> "parentCovariance";
                });
    }
}
