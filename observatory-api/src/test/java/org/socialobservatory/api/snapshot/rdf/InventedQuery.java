package org.socialobservatory.api.snapshot.rdf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Queries that nobody asked, drawn from a seed: stars, what hangs on them, and all that SPARQL puts around patterns. */
final class InventedQuery {

    static final String PREFIXES = """
            BASE <http://localhost:8080/>
            PREFIX obs: <https://w3id.org/social-observatory/ns#>
            PREFIX qb: <http://purl.org/linked-data/cube#>
            PREFIX dim: <http://purl.org/linked-data/sdmx/2009/dimension#>
            PREFIX measure: <http://purl.org/linked-data/sdmx/2009/measure#>
            PREFIX attribute: <http://purl.org/linked-data/sdmx/2009/attribute#>
            PREFIX code: <http://purl.org/linked-data/sdmx/2009/code#>
            PREFIX urban: <https://w3id.org/social-observatory/code/urbanisation/>
            PREFIX age: <https://w3id.org/social-observatory/code/age/>
            PREFIX level: <https://w3id.org/social-observatory/code/level/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            """;

    private static final List<String> AREAS =
            List.of("<id/area/q1>", "<id/area/q2>", "<id/area/ville>", "<id/area/pays>", "<id/area/nowhere>");
    private static final List<String> NUMBERS = List.of("0", "3", "12.5", "40", "100", "-1.5", "7.25", "99.90", "1e1");
    private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "=", "!=");

    /** A predicate with the variable that takes its object, and objects that may stand there. */
    private record Arm(String predicate, String variable, List<String> constants) {}

    private static final List<Arm> ARMS = List.of(
            new Arm("obs:indicator", "?i", List.of("<id/indicator/analphabetisme>", "<id/indicator/menages>")),
            new Arm("dim:refArea", "?a", AREAS),
            new Arm("dim:refPeriod", "?t", List.of("<id/period/2024>", "<id/period/2014>")),
            new Arm("dim:sex", "?s", List.of("code:sex-F", "code:sex-T")),
            new Arm("dim:age", "?g", List.of("age:_T", "age:Y15T24")),
            new Arm("obs:urbanisation", "?u", List.of("urban:_T", "urban:U")),
            new Arm("obs:tenure", "?n", List.of("<id/code/tenure/owner>")),
            new Arm("measure:obsValue", "?v", List.of("12.5")),
            new Arm("a", "?y", List.of("qb:Observation", "obs:WithheldCell")),
            new Arm("qb:dataSet", "?d", List.of("<id/dataset/drawn>")),
            new Arm("attribute:obsStatus", "?st", List.of("code:obsStatus-A")),
            new Arm("obs:reliability", "?r", List.of("<https://w3id.org/social-observatory/code/reliability/caution>")),
            new Arm("attribute:unitMeasure", "?m", List.of("<http://qudt.org/vocab/unit/PERCENT>")),
            new Arm("obs:areaVersion", "?w", List.of("<id/area/q1/2015-09-01>")),
            new Arm("obs:confidenceLower", "?l", List.of("5")),
            new Arm("obs:standardError", "?e", List.of("2")));

    private static final List<String> AROUND = List.of(
            "?a obs:within ?b .",
            "?a obs:within+ ?b .",
            "?a obs:within* ?b .",
            "?a obs:within+ <id/area/ville> .",
            "?a obs:within|^obs:within ?b .",
            "?a obs:level ?lv .",
            "?a obs:level level:quartier .",
            "?a skos:prefLabel ?name .",
            "?a obs:within/skos:notation ?code .",
            "?i skos:prefLabel ?title .",
            "?i skos:notation ?code .",
            "?s skos:prefLabel ?name .",
            "?t skos:notation ?code .");

    private final Random random;
    private final Set<String> variables = new LinkedHashSet<>();

    private InventedQuery(Random random) {
        this.random = random;
    }

    static String draw(Random random) {
        return new InventedQuery(random).query();
    }

    private String query() {
        var where = group();
        var from = chance(12)
                ? pick(List.of("FROM <graph/dataset/drawn> FROM <graph/territory>", "FROM <graph/dataset/essai>"))
                : "";
        if (chance(2)) {
            return aggregate(from, where);
        }
        var projected = chance(2) ? new ArrayList<>(variables) : some(new ArrayList<>(variables));
        var head = "SELECT " + (chance(4) ? "DISTINCT " : "") + String.join(" ", projected);
        var order = chance(3) ? " ORDER BY " + projected.stream().map(this::key).collect(Collectors.joining(" ")) : "";
        var limit = chance(5)
                ? " LIMIT " + (1 + random.nextInt(20)) + (order.isEmpty() ? "" : " OFFSET " + random.nextInt(4))
                : "";
        return head + " " + from + " { " + where + " }" + order + limit;
    }

    private String key(String variable) {
        return chance(3) ? "DESC(" + variable + ")" : variable;
    }

    private String aggregate(String from, String where) {
        var groups = chance(5)
                ? List.<String>of()
                : some(new ArrayList<>(variables)).stream().limit(3).toList();
        var aggregates = new ArrayList<String>();
        for (int each = 0; each <= random.nextInt(3); each++) {
            aggregates.add("(" + function() + " AS ?x" + each + ")");
        }
        var head = "SELECT " + String.join(" ", groups) + " " + String.join(" ", aggregates);
        var by = groups.isEmpty() ? "" : " GROUP BY " + String.join(" ", groups);
        var having = chance(6) && !groups.isEmpty() ? " HAVING (COUNT(*) > 1)" : "";
        return head + " " + from + " { " + where + " }" + by + having;
    }

    private String function() {
        var any = pick(new ArrayList<>(variables));
        return switch (random.nextInt(9)) {
            case 0 -> "COUNT(*)";
            case 1 -> "COUNT(" + any + ")";
            case 2 -> "COUNT(DISTINCT " + any + ")";
            case 3 -> "SUM(" + number() + ")";
            case 4, 5 -> "AVG(" + number() + ")";
            case 6 -> "MIN(" + number() + ")";
            case 7 -> "MAX(" + number() + ")";
            default -> "SUM(DISTINCT " + number() + ")";
        };
    }

    private String number() {
        var numbers = variables.stream()
                .filter(List.of("?v", "?v2", "?l", "?e")::contains)
                .toList();
        return numbers.isEmpty() || chance(20) ? pick(new ArrayList<>(variables)) : pick(numbers);
    }

    private String group() {
        var parts = new ArrayList<String>();
        parts.add(star("?o", ""));
        if (chance(4)) {
            parts.add(star("?p", "2"));
        }
        for (int each = random.nextInt(3); each > 0; each--) {
            hanging(parts);
        }
        if (chance(4)) {
            parts.add(random.nextInt(parts.size() + 1), values());
        }
        if (chance(3)) {
            parts.add(random.nextInt(parts.size() + 1), around());
        }
        for (int each = random.nextInt(3); each > 0; each--) {
            parts.add(random.nextInt(parts.size() + 1), "FILTER(" + condition() + ")");
        }
        return String.join(" ", parts);
    }

    /** A second star shares its areas with the first, or the plain evaluation never ends. */
    private String star(String subject, String suffix) {
        var arms = new ArrayList<String>();
        for (Arm arm : ARMS) {
            boolean shared = arm.variable.equals("?a");
            boolean wanted = arm.variable.equals("?v") ? !chance(4) : (shared && !suffix.isEmpty()) || chance(4);
            if (wanted) {
                boolean own = !suffix.isEmpty() && !shared && chance(2);
                var object = chance(4) && !(shared && !suffix.isEmpty())
                        ? pick(arm.constants)
                        : arm.variable + (own ? suffix : "");
                arms.add(arm.predicate + " " + object);
                if (object.startsWith("?")) {
                    variables.add(object);
                }
            }
        }
        if (arms.isEmpty()) {
            arms.add("measure:obsValue ?v");
            variables.add("?v");
        }
        if (suffix.isEmpty() && chance(12)) {
            arms.add("obs:confidenceUpper " + pick(List.of("?v", "?l", "?up")));
        }
        variables.add(subject);
        return subject + " " + String.join(" ; ", arms) + " .";
    }

    private void hanging(List<String> parts) {
        var fitting = AROUND.stream()
                .filter(pattern -> variables.contains(pattern.substring(0, pattern.indexOf(' '))))
                .toList();
        if (!fitting.isEmpty()) {
            var pattern = pick(fitting);
            for (String word : pattern.split(" ", -1)) {
                if (word.startsWith("?")) {
                    variables.add(word);
                }
            }
            parts.add(random.nextInt(parts.size() + 1), pattern);
        }
    }

    private String values() {
        return switch (random.nextInt(5)) {
            case 0 -> "VALUES ?a { <id/area/q1> <id/area/q3> <id/area/q1> }";
            case 1 -> "VALUES (?a ?s) { (<id/area/q1> code:sex-F) (<id/area/q2> UNDEF) }";
            case 2 -> "VALUES ?i { <id/indicator/analphabetisme> <id/indicator/other> }";
            case 3 -> "VALUES ?v { 12.5 40 3 }";
            default -> "VALUES (?t ?u) { (<id/period/2024> urban:U) (<id/period/2014> urban:_T) }";
        };
    }

    private String around() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> "OPTIONAL { ?o obs:confidenceLower ?l . FILTER(?l " + comparison() + ") }";
            case 2 -> "OPTIONAL { ?q dim:refArea ?a ; measure:obsValue ?v3 . FILTER(?v3 > ?v) }";
            case 3 -> "FILTER NOT EXISTS { ?o obs:standardError ?z }";
            case 4 ->
                "FILTER EXISTS { ?z dim:refArea ?a ; dim:sex code:sex-F ; measure:obsValue ?zz . FILTER(?zz "
                        + comparison() + ") }";
            case 5 -> "MINUS { ?o dim:sex code:sex-F ; measure:obsValue ?z FILTER(?z " + comparison() + ") }";
            case 6 ->
                "{ ?o dim:sex code:sex-F } UNION { ?o dim:refArea ?a ; measure:obsValue ?v . FILTER(?v " + comparison()
                        + ") }";
            case 7 ->
                "GRAPH " + pick(List.of("?graph", "<graph/dataset/drawn>"))
                        + " { ?o measure:obsValue ?v ; dim:refArea ?a . FILTER(?v " + comparison() + ") }";
            case 8 ->
                "{ SELECT ?a (" + pick(List.of("AVG", "MAX", "SUM")) + "(?z) AS ?zz) { ?x dim:refArea ?a ; "
                        + "measure:obsValue ?z } GROUP BY ?a }";
            case 9 -> "{ SELECT ?o { ?o measure:obsValue ?z FILTER(?z " + comparison() + ") } ORDER BY ?z ?o LIMIT 9 }";
            case 10 -> "BIND(?v + 1 AS ?more)";
            default -> "FILTER(?o = ?o)";
        };
    }

    private String comparison() {
        return pick(COMPARISONS) + " " + pick(NUMBERS);
    }

    private String condition() {
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> "?v " + comparison();
            case 3 -> pick(NUMBERS) + " " + pick(COMPARISONS) + " ?v";
            case 4 -> "?v " + comparison() + " && ?v " + comparison();
            case 5 -> "?v " + comparison() + " || ?s = code:sex-F";
            case 6 -> "!(?v " + comparison() + ")";
            case 7 -> "?v IN (12.5, 3, 40)";
            case 8 -> "?a IN (<id/area/q1>, <id/area/q2>)";
            case 9 -> "?a = " + pick(AREAS);
            case 10 -> "STRENDS(STR(?a), \"1\") || STRENDS(STR(?t), \"2024\")";
            case 11 -> "?s != code:sex-F";
            case 12 -> "?l < ?v";
            case 13 -> "?v * 2 > 30";
            case 14 -> "LANG(?name) = \"fr\"";
            default -> "?r = <https://w3id.org/social-observatory/code/reliability/caution> || BOUND(?l)";
        };
    }

    private List<String> some(List<String> all) {
        var chosen = new ArrayList<String>();
        for (String each : all) {
            if (chance(3)) {
                chosen.add(each);
            }
        }
        return chosen.isEmpty() ? List.of(pick(all)) : chosen;
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
