package org.socialobservatory.api.snapshot.rdf.description;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.AreaVersion;
import org.socialobservatory.ontology.area.TerritorialChange;
import org.socialobservatory.ontology.area.Territory;

/**
 * Lasting areas, their dated versions and the changes between them. A lasting area has the outline of its newest
 * version that has one.
 */
public final class TerritoryDescription {

    private final Territory territory;
    private final Names names;
    private final Describing say = new Describing();

    private TerritoryDescription(Territory territory, Names names) {
        this.territory = territory;
        this.names = names;
    }

    public static Graph of(Territory territory, Names names) {
        var description = new TerritoryDescription(territory, names);
        territory.areas().forEach(description::area);
        territory.changes().forEach(description::change);
        return description.say.done();
    }

    private void area(Area area) {
        var subject = names.area(area.code());
        say.type(subject, Terms.FEATURE)
                .text(subject, Terms.NOTATION, area.code())
                .texts(subject, Terms.PREF_LABEL, area.names())
                .link(subject, Terms.obs("level"), names.concept("level", area.level()));
        if (area.within() != null) {
            say.link(subject, Terms.obs("within"), names.area(area.within()));
        }
        territory.versions(area.code()).forEach(version -> version(subject, version));
        // The area and its version share the nodes of the outline, so that it is kept, and written, once.
        territory
                .outlined(area.code())
                .ifPresent(version -> say.alike(
                        subject,
                        names.areaVersion(version),
                        Terms.HAS_DEFAULT_GEOMETRY,
                        Terms.HAS_CENTROID,
                        Terms.HAS_METRIC_AREA));
    }

    private void version(Node area, AreaVersion version) {
        var subject = names.areaVersion(version);
        say.link(area, Terms.HAS_VERSION, subject)
                .type(subject, Terms.AREA_VERSION_CLASS, Terms.FEATURE)
                .link(subject, Terms.IS_VERSION_OF, area);
        if (version.validFrom() != null || version.validTo() != null) {
            var time = say.part(version.area() + "/" + version.validFrom() + "/validity");
            say.link(subject, Terms.TEMPORAL, time)
                    .type(time, Terms.PERIOD_OF_TIME)
                    .day(time, Terms.dcat("startDate"), version.validFrom())
                    .day(time, Terms.dcat("endDate"), version.validTo());
        }
        if (version.outline() != null) {
            outline(subject, version);
            say.flag(subject, Terms.obs("drawn"), version.drawn());
        }
    }

    private void outline(Node feature, AreaVersion version) {
        var outline = version.outline();
        if (outline == null) {
            return;
        }
        var label = version.area() + "/" + version.validFrom();
        geometry(say, feature, Terms.HAS_DEFAULT_GEOMETRY, label + "/outline", outline);
        geometry(say, feature, Terms.HAS_CENTROID, label + "/centroid", centroid(outline));
        say.literal(
                feature,
                Terms.HAS_METRIC_AREA,
                Double.toString(Math.rint(Surface.squareMetres(outline))),
                XSDDatatype.XSDdouble);
    }

    /** Rounded as outlines are, to 1e-8 degrees. */
    private static Geometry centroid(Geometry outline) {
        var centre = outline.getCentroid();
        return outline.getFactory()
                .createPoint(new org.locationtech.jts.geom.Coordinate(
                        Math.rint(centre.getX() * 1e8) / 1e8, Math.rint(centre.getY() * 1e8) / 1e8));
    }

    static void geometry(Describing say, Node feature, Node predicate, String label, Geometry geometry) {
        var node = say.part(label);
        say.link(feature, predicate, node)
                .type(node, Terms.GEOMETRY)
                .literal(node, Terms.AS_WKT, new WKTWriter().write(geometry), Terms.WKT);
    }

    private void change(TerritorialChange change) {
        var subject = names.thing("change", change.from() + "--" + change.to() + "--" + change.date());
        say.type(subject, Terms.TERRITORIAL_CHANGE, Terms.ACTIVITY)
                .link(subject, Terms.obs("fromArea"), names.area(change.from()))
                .link(subject, Terms.obs("toArea"), names.area(change.to()))
                .link(subject, Terms.obs("changeKind"), names.concept("change-kind", change.kind()))
                .number(subject, Terms.obs("weight"), change.weight())
                .literal(subject, Terms.ENDED_AT, change.date() + "T00:00:00Z", XSDDatatype.XSDdateTime);
    }
}
