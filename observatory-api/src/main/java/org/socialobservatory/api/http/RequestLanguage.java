package org.socialobservatory.api.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** The language of a reader: {@code ?lang=}, else the saved choice, else what the browser prefers, else French. */
@Component("localeResolver")
public class RequestLanguage implements LocaleResolver {

    /** Name of the parameter and of the cookie. */
    static final String NAME = "lang";

    private static final String ATTRIBUTE = RequestLanguage.class.getName();

    public static Language of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Language known) {
            return known;
        }
        var language = chosen(request)
                .or(() -> saved(request))
                .or(() -> preferred(request))
                .orElse(Language.FR);
        request.setAttribute(ATTRIBUTE, language);
        return language;
    }

    /** The language named in the address; an unknown one is passed over here, so that it can be refused in French. */
    static Optional<Language> chosen(HttpServletRequest request) {
        var asked = RawQuery.last(request.getQueryString(), NAME);
        return asked == null ? Optional.empty() : Language.of(asked);
    }

    private static Optional<Language> saved(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(NAME)) {
                    return Language.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Language> preferred(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> Language.of(range.getRange()).stream())
                    .findFirst();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Locale.forLanguageTag(of(request).tag());
    }

    /** Spring's way of changing the language; here only the address and the cookie do. */
    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is chosen by address or cookie");
    }
}
