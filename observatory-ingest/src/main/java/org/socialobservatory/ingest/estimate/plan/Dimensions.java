package org.socialobservatory.ingest.estimate.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.socialobservatory.ingest.estimate.Dimension;
import org.socialobservatory.ingest.estimate.Expression;
import org.socialobservatory.ingest.estimate.ecql.VariableType;
import org.socialobservatory.ingest.mapping.tabulation.Classifier;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;

/** The dimensions of a tabulation as expressions that give each respondent a code. */
final class Dimensions {

    private final Map<String, VariableType> variables;
    private final Place place;
    private final Findings findings;

    Dimensions(Map<String, VariableType> variables, Place place, Findings findings) {
        this.variables = variables;
        this.place = place;
        this.findings = findings;
    }

    /** By name; one on a variable that the answers lack is left out, with a finding. */
    SortedMap<String, Dimension> of(SortedMap<String, Classifier> classifiers) {
        var dimensions = new TreeMap<String, Dimension>();
        classifiers.forEach((name, classifier) -> expression(name, classifier)
                .ifPresent(value -> dimensions.put(name, new Dimension(name, value, classifier.codes()))));
        return Collections.unmodifiableSortedMap(dimensions);
    }

    private Optional<Expression> expression(String name, Classifier classifier) {
        var variable = classifier.variable();
        var type = variables.get(variable);
        if (type == null) {
            findings.add(
                    FindingRule.VARIABLE_UNKNOWN,
                    at(name),
                    variable,
                    variable,
                    Spelling.nearestText(variable, variables.keySet()));
            return Optional.empty();
        }
        var column = '"' + variable.replace("\"", "\"\"") + '"';
        return switch (classifier) {
            case Classifier.ByValue byValue when type == VariableType.CHOICES -> wrongType(name, byValue, type, "=");
            case Classifier.ByValue byValue -> Optional.of(byValue(column, byValue));
            case Classifier.ByBand byBand when type != VariableType.NUMBER -> wrongType(name, byBand, type, "bands");
            case Classifier.ByBand byBand -> Optional.of(byBand(column, byBand));
        };
    }

    private Optional<Expression> wrongType(String name, Classifier classifier, VariableType type, String use) {
        findings.add(
                FindingRule.VARIABLE_TYPE, at(name), classifier.variable(), classifier.variable(), type.label(), use);
        return Optional.empty();
    }

    private Place at(String name) {
        return place.column("dimensions." + name);
    }

    private static Expression byValue(String column, Classifier.ByValue classifier) {
        var text = "CAST(" + column + " AS VARCHAR)";
        if (classifier.byValue().isEmpty()) {
            return Expression.of(text);
        }
        var sql = new StringBuilder("CASE ").append(text);
        List<Object> values = new ArrayList<>();
        classifier.byValue().forEach((value, code) -> {
            sql.append(" WHEN ? THEN ?");
            values.add(value);
            values.add(code);
        });
        return new Expression(sql.append(" END").toString(), values);
    }

    private static Expression byBand(String column, Classifier.ByBand classifier) {
        var sql = new StringBuilder("CASE");
        List<Object> values = new ArrayList<>();
        for (Classifier.Band band : classifier.bands()) {
            sql.append(" WHEN ").append(column).append(" >= ?");
            values.add(band.from());
            if (band.below() != null) {
                sql.append(" AND ").append(column).append(" < ?");
                values.add(band.below());
            }
            sql.append(" THEN ?");
            values.add(band.code());
        }
        return new Expression(sql.append(" END").toString(), values);
    }
}
