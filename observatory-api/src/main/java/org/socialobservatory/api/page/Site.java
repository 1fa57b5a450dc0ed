package org.socialobservatory.api.page;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.socialobservatory.api.http.ImportMap;
import org.socialobservatory.api.http.RequestLanguage;
import org.socialobservatory.api.snapshot.SnapshotPinning;
import org.socialobservatory.ontology.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What the frame of every page needs, also of a page that reports a problem; the templates call it {@code @site}. */
@Component
class Site {

    /** Digits by which a reader tells a number from its like. */
    private static final int SIGNIFICANT = 3;

    private final Messages messages;
    private final boolean easternDigits;

    Site(Messages messages, @Value("${observatory.eastern-digits:false}") boolean easternDigits) {
        this.messages = messages;
        this.easternDigits = easternDigits;
    }

    /**
     * A language that the reader can choose.
     *
     * @param label as its readers write it, short
     * @param name as its readers call it
     * @param href this same page in that language
     */
    public record Choice(String tag, String label, String name, String href, boolean current) {}

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    public Language language() {
        return RequestLanguage.of(request());
    }

    public String direction() {
        return language().rightToLeft() ? "rtl" : "ltr";
    }

    /** The text of the import map, exactly as its hash is in the security policy. */
    public String importMap() {
        return ImportMap.below(base()).text();
    }

    public List<Choice> languages() {
        var request = request();
        return Arrays.stream(Language.values())
                .map(language -> new Choice(
                        language.tag(),
                        messages.say(language, "language.short"),
                        messages.say(language, "language.name"),
                        inLanguage(request, language),
                        language == language()))
                .toList();
    }

    /** Only a query, so that the browser keeps the path. */
    private static String inLanguage(HttpServletRequest request, Language language) {
        return UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .replaceQueryParam("lang", language.tag())
                .build()
                .toUriString();
    }

    /** The first step of the path, by which the menu knows where the reader is. */
    public String section() {
        var request = request();
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var steps = path.split("/", 3);
        return steps.length > 1 ? steps[1] : "";
    }

    /** The address before every path of this program: empty, or that of a preview or proxy. */
    public String base() {
        return request().getContextPath();
    }

    /** Whether the reader looks at an edition that is not published. */
    public boolean preview() {
        return SnapshotPinning.isPreview(request());
    }

    /** This page as JSON, in the language that the reader sees. */
    public String asJson() {
        return UriComponentsBuilder.newInstance()
                .query(request().getQueryString())
                .replaceQueryParam("lang", language().tag())
                .replaceQueryParam("f", "json")
                .build()
                .toUriString();
    }

    /** A message in a language that is not that of the page around it. */
    public String say(String language, String key, Object... arguments) {
        return messages.say(Language.of(language).orElseThrow(), key, arguments);
    }

    /** A message with a plural. */
    public String count(String key, long number) {
        return wording().count(key, number);
    }

    /**
     * A number among others that only say how large something is: three significant digits, none behind a whole number.
     *
     * @param exact in canonical form
     */
    public String significant(String exact) {
        var number = new BigDecimal(exact);
        int decimals = Math.max(0, SIGNIFICANT - (number.precision() - number.scale()));
        var rounded = number.setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return wording().number(rounded, Math.max(0, rounded.scale()));
    }

    /** A whole number as it is written. */
    public String whole(long number) {
        return wording().whole(number);
    }

    private Wording wording() {
        return new Wording(messages, language(), easternDigits);
    }
}
