package org.socialobservatory.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.ontology.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * The parameters of a request, read strictly: what is not understood is refused, never passed over. An empty value
 * counts as absent, as forms send it. A controller takes them as a parameter.
 */
public final class Parameters {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    /** An exponent would let a short text stand for a number of a billion digits. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:[0-9]{1,20}(?:\\.[0-9]{0,20})?|\\.[0-9]{1,20})");

    private static final Set<String> OF_OTHERS = Set.of("fbclid", "gclid", "msclkid");

    private static final List<String> LANGUAGES =
            Arrays.stream(Language.values()).map(Language::tag).toList();

    private static final Set<String> EVERYWHERE = Set.of("f", RequestLanguage.NAME);

    private final Map<String, List<String>> values;
    private final @Nullable String accept;

    private Parameters(Map<String, List<String>> values, @Nullable String accept) {
        this.values = values;
        this.accept = accept;
    }

    public static Parameters of(HttpServletRequest request) {
        return new Parameters(RawQuery.decoded(request.getQueryString()), request.getHeader(HttpHeaders.ACCEPT));
    }

    /** Those of a query alone, without the request around it. */
    public static Parameters ofQuery(String query) {
        return new Parameters(RawQuery.decoded(query), null);
    }

    /** Those that a form carries in its body ({@code application/x-www-form-urlencoded}). */
    public static Parameters ofForm(byte[] body) {
        return new Parameters(FormBody.parameters(body), null);
    }

    /** Refuses parameters of any other name, and an unknown language. */
    public Parameters only(Collection<String> known) {
        return only(known, LANGUAGES);
    }

    /** The same at a door that speaks other languages, such as two at once. */
    public Parameters only(Collection<String> known, List<String> languages) {
        for (String name : values.keySet()) {
            if (!known.contains(name) && !EVERYWHERE.contains(name)) {
                var all = new TreeSet<>(known);
                all.addAll(EVERYWHERE);
                throw BadParameter.unknown(ProblemRule.UNKNOWN_PARAMETER, name, name, all);
            }
        }
        choice(RequestLanguage.NAME, languages);
        return this;
    }

    /** Those without what others hang on the addresses of pages, which travel. */
    public Parameters ofPage() {
        var own = new LinkedHashMap<>(values);
        own.keySet().removeIf(Parameters::isOfOthers);
        return new Parameters(own, accept);
    }

    /** Whether a parameter is one by which others follow the readers of a page; it means nothing here. */
    public static boolean isOfOthers(String name) {
        return name.startsWith("utm_") || OF_OTHERS.contains(name);
    }

    /** Refuses that one of these stands more than once. */
    public Parameters onceEach(Collection<String> names) {
        names.forEach(this::one);
        return this;
    }

    public boolean has(String name) {
        return !all(name).isEmpty();
    }

    private List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** The one value of a parameter. */
    public Optional<String> one(String name) {
        var all = all(name);
        if (all.size() > 1) {
            throw new BadParameter(ProblemRule.REPEATED_PARAMETER, name, String.join(",", all), List.of());
        }
        return all.stream().findFirst();
    }

    public String required(String name) {
        return one(name).orElseThrow(() -> new BadParameter(ProblemRule.MISSING_PARAMETER, name, null, List.of()));
    }

    /** The values of a list, by comma or by repetition, each once. */
    public Set<String> many(String name) {
        var found = new LinkedHashSet<String>();
        for (String value : all(name)) {
            for (String part : value.split(",", -1)) {
                if (!part.isBlank()) {
                    found.add(part.strip());
                }
            }
        }
        return found;
    }

    /** One of a few words. */
    public Optional<String> choice(String name, List<String> allowed) {
        return one(name).map(value -> {
            if (!allowed.contains(value)) {
                throw malformed(name, value, allowed);
            }
            return value;
        });
    }

    /** A whole number, not negative and of at most nine digits. */
    public Optional<Integer> whole(String name) {
        return one(name).map(value -> {
            if (!WHOLE.matcher(value).matches()) {
                throw malformed(name, value, List.of());
            }
            return Integer.valueOf(value);
        });
    }

    /** How many things at most: the default where it is not said, the maximum where more are asked for, never none. */
    public int limit(int otherwise, int most) {
        var value = one("limit");
        if (value.isEmpty()) {
            return otherwise;
        }
        // A limit above the maximum is clamped, however large; one below 1 is an error (OGC 17-069 §7.15.2).
        if (!value.get().matches("[0-9]{1,100}") || value.get().matches("0+")) {
            throw malformed("limit", value.get(), List.of("1…" + most));
        }
        var digits = value.get().replaceFirst("^0+", "");
        return digits.length() > 9 ? most : Math.min(Integer.parseInt(digits), most);
    }

    /** Decimal numbers separated by commas. */
    public List<BigDecimal> decimals(String name) {
        var value = one(name);
        if (value.isEmpty()) {
            return List.of();
        }
        var numbers = new ArrayList<BigDecimal>();
        for (String part : value.get().split(",", -1)) {
            if (!DECIMAL.matcher(part.strip()).matches()) {
                throw malformed(name, value.get(), List.of());
            }
            numbers.add(new BigDecimal(part.strip()));
        }
        return numbers;
    }

    /**
     * The form of the answer: {@code f}, else the best one by {@code Accept}, else the first.
     *
     * @param offered name to media type, the default first
     */
    public String format(Map<String, MediaType> offered) {
        var asked = one("f");
        if (asked.isPresent()) {
            if (!offered.containsKey(asked.get())) {
                throw new BadParameter(ProblemRule.UNKNOWN_FORMAT, "f", asked.get(), List.copyOf(offered.keySet()));
            }
            return asked.get();
        }
        var names = new LinkedHashMap<MediaType, String>();
        offered.forEach((name, type) -> names.putIfAbsent(type, name));
        return Negotiation.best(accept, names)
                .orElseThrow(() -> new Refused(
                        ProblemRule.NOT_ACCEPTABLE,
                        null,
                        names.keySet().stream().map(MediaType::toString).toList()));
    }

    private static BadParameter malformed(String name, String value, List<String> allowed) {
        return new BadParameter(ProblemRule.MALFORMED_VALUE, name, value, allowed);
    }
}
