package org.socialobservatory.ingest.mapping.answers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.Numerals;
import org.socialobservatory.ingest.mapping.RowFindings;
import org.socialobservatory.ingest.mapping.description.Binding;
import org.socialobservatory.ingest.mapping.description.SampleDesign;
import org.socialobservatory.ontology.finding.FindingRule;

/** Reads by what chance a respondent was chosen. */
final class Sample {

    /** Between the parts of a stratum or cluster of several columns; nobody writes it (U+001F). */
    private static final String JOINT = "\u001F";

    private final SampleDesign design;
    private final Headers headers;
    private final RowFindings findings;
    private final Set<String> missing;
    private final Numerals numerals;
    private final List<Integer> strata = new ArrayList<>();
    private final List<Integer> cluster = new ArrayList<>();
    private final int weight;
    private final int fpc;

    Sample(SampleDesign design, Headers headers, Set<String> missing, Numerals numerals, RowFindings findings) {
        this.design = design;
        this.headers = headers;
        this.findings = findings;
        this.missing = missing;
        this.numerals = numerals;
        design.strata().forEach(name -> strata.add(headers.require(name, findings.findings())));
        design.cluster().forEach(name -> cluster.add(headers.require(name, findings.findings())));
        this.weight = column(design.weight());
        this.fpc = column(design.fpc());
    }

    private int column(@Nullable Binding binding) {
        return binding instanceof Binding.Column(String name, var _, var _)
                ? headers.require(name, findings.findings())
                : Headers.NONE;
    }

    /** The columns that it reads. */
    List<Integer> columns() {
        var all = new ArrayList<>(strata);
        all.addAll(cluster);
        all.add(weight);
        all.add(fpc);
        all.removeIf(column -> column < 0);
        return all;
    }

    boolean weighs() {
        return design.weight() != null;
    }

    boolean stratified() {
        return !strata.isEmpty();
    }

    boolean clustered() {
        return !cluster.isEmpty();
    }

    boolean corrects() {
        return design.fpc() != null;
    }

    /** The weight of a row; NaN, with a finding, where it has none. */
    double weight(String[] values, long row) {
        return number(design.weight(), weight, values, row, FindingRule.WEIGHT_NOT_POSITIVE);
    }

    /** The fraction or size for the correction; NaN, with a finding, where it is missing. */
    double fpc(String[] values, long row) {
        return number(design.fpc(), fpc, values, row, FindingRule.DESIGN_MISSING);
    }

    private double number(@Nullable Binding binding, int column, String[] values, long row, FindingRule rule) {
        var text =
                binding instanceof Binding.Literal(String literal) ? literal : column < 0 ? "" : values[column].strip();
        var number = missing.contains(text) ? null : numerals.parse(text);
        if (number != null && number.signum() > 0 && number.compareTo(LARGEST) < 0) {
            return number.doubleValue();
        }
        var title = column < 0 ? null : headers.title(column);
        var said = rule == FindingRule.DESIGN_MISSING ? String.valueOf(title) : text;
        findings.add(rule, row, title, text, said);
        return Double.NaN;
    }

    /** No country has so many people; the sums that are made of weights stay exact below it. */
    private static final BigDecimal LARGEST = new BigDecimal("1e10");

    /** The stratum of a row; null, with a finding, where a part of it is missing. */
    @Nullable
    String stratum(String[] values, long row) {
        return joined(strata, values, row);
    }

    /** The cluster of a row; null, with a finding, where a part of it is missing. */
    @Nullable
    String cluster(String[] values, long row) {
        return joined(cluster, values, row);
    }

    private @Nullable String joined(List<Integer> columns, String[] values, long row) {
        if (columns.size() == 1) {
            return part(columns.getFirst(), values, row);
        }
        var parts = new ArrayList<String>();
        for (int column : columns) {
            var part = part(column, values, row);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return String.join(JOINT, parts);
    }

    private @Nullable String part(int column, String[] values, long row) {
        var text = values[column].strip();
        if (text.isEmpty() || missing.contains(text)) {
            findings.add(FindingRule.DESIGN_MISSING, row, headers.title(column), null, headers.title(column));
            return null;
        }
        return text;
    }
}
