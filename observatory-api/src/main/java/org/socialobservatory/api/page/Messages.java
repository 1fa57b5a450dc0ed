package org.socialobservatory.api.page;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Language;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** The words of the pages in three languages, with the plurals that each language has (ICU message syntax). */
@Component("messageSource")
public class Messages implements MessageSource {

    private final Map<Language, SortedMap<String, String>> patterns = new EnumMap<>(Language.class);

    private final Map<Language, Map<String, MessageFormat>> forms = new EnumMap<>(Language.class);

    Messages() {
        for (var language : Language.values()) {
            forms.put(language, new ConcurrentHashMap<>());
            patterns.put(language, read("/messages_" + language.tag() + ".properties"));
        }
    }

    private static SortedMap<String, String> read(String resource) {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(Messages.class.getResourceAsStream(resource), resource)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var read = new TreeMap<String, String>();
        properties.forEach((key, pattern) -> read.put((String) key, (String) pattern));
        return Collections.unmodifiableSortedMap(read);
    }

    /** All patterns of a language by key. */
    SortedMap<String, String> in(Language language) {
        return Objects.requireNonNull(patterns.get(language));
    }

    boolean knows(Language language, String key) {
        return in(language).containsKey(key);
    }

    /** A message filled in; numbers are taken for the choice of a plural only and are to be written by the caller. */
    String say(Language language, String key, @Nullable Object... arguments) {
        var pattern = in(language).get(key);
        if (pattern == null) {
            throw new NoSuchMessageException(key, Locale.forLanguageTag(language.tag()));
        }
        return pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0 ? pattern : filled(language, pattern, arguments);
    }

    /** To read a pattern takes much longer than to fill it in, and a long list says the same for each of its lines. */
    private String filled(Language language, String pattern, @Nullable Object... arguments) {
        var form = Objects.requireNonNull(forms.get(language))
                .computeIfAbsent(pattern, text -> new MessageFormat(text, ULocale.forLanguageTag(language.tag())));
        synchronized (form) {
            return form.format(arguments);
        }
    }

    private static Language language(@Nullable Locale locale) {
        return locale == null
                ? Language.FR
                : Language.of(locale.toLanguageTag()).orElse(Language.FR);
    }

    @Override
    public @Nullable String getMessage(
            String code, @Nullable Object @Nullable [] arguments, @Nullable String otherwise, @Nullable Locale locale) {
        return knows(language(locale), code) ? getMessage(code, arguments, locale) : otherwise;
    }

    @Override
    public String getMessage(String code, @Nullable Object @Nullable [] arguments, @Nullable Locale locale) {
        return say(language(locale), code, arguments == null ? new Object[0] : arguments);
    }

    @Override
    public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
        var codes = resolvable.getCodes();
        if (codes != null) {
            for (String code : codes) {
                if (knows(language(locale), code)) {
                    return getMessage(code, resolvable.getArguments(), locale);
                }
            }
        }
        var otherwise = resolvable.getDefaultMessage();
        if (otherwise == null) {
            throw new NoSuchMessageException(codes == null ? "" : String.join(", ", codes));
        }
        return otherwise;
    }
}
