package org.socialobservatory.api.sparql.function;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.Function;
import org.apache.jena.sparql.function.FunctionBase1;
import org.apache.jena.sparql.pfunction.PropertyFunction;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.ontology.Iris;

/** The functions and properties of this room by their IRIs. */
public final class Offered {

    private static final String GEO = "http://www.opengis.net/ont/geosparql#";
    private static final String GEOF = "http://www.opengis.net/def/function/geosparql/";
    private static final String TEXT = "http://jena.apache.org/text#";

    private Offered() {}

    /** Functions of expressions. */
    public static Map<String, Supplier<Function>> functions() {
        var functions = new TreeMap<String, Supplier<Function>>();
        functions.put(Iris.OBS + "overlaps", Statistics.Overlaps::new);
        functions.put(Iris.OBS + "differs", Statistics.Differs::new);
        functions.put(Iris.OBS + "changeSignificant", Statistics.ChangeSignificant::new);
        for (Relation relation : Relation.values()) {
            functions.put(GEOF + relation.code(), relation::function);
        }
        functions.put(GEOF + "distance", Distance::new);
        functions.put(GEOF + "envelope", () -> made(Geometry::getEnvelope));
        functions.put(GEOF + "convexHull", () -> made(Geometry::convexHull));
        return functions;
    }

    private static Function made(java.util.function.UnaryOperator<Geometry> making) {
        return new FunctionBase1() {
            @Override
            public NodeValue exec(NodeValue shape) {
                return Shapes.written(making.apply(Shapes.of(shape).getGeometry()));
            }
        };
    }

    /** Properties that are computed where a pattern asks for them. */
    public static Map<String, Supplier<PropertyFunction>> properties() {
        var properties = new TreeMap<String, Supplier<PropertyFunction>>();
        for (Relation relation : Relation.values()) {
            properties.put(GEO + relation.code(), () -> new Topology(relation));
        }
        properties.put(TEXT + "query", NamedThings::new);
        return properties;
    }
}
