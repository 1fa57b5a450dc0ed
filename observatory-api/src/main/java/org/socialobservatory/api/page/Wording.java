package org.socialobservatory.api.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Language;

/** How things are said in the language of one reader. */
public final class Wording {

    private final Messages messages;
    private final Language language;
    private final Numerals numerals;

    Wording(Messages messages, Language language, boolean easternDigits) {
        this.messages = messages;
        this.language = language;
        this.numerals = new Numerals(language, easternDigits);
    }

    /** The same things said in another language. */
    Wording in(Language other) {
        return new Wording(messages, other, numerals.eastern());
    }

    public Language language() {
        return language;
    }

    public String say(String key, @Nullable Object... arguments) {
        return messages.say(language, key, arguments);
    }

    public boolean knows(String key) {
        return messages.knows(language, key);
    }

    /** A message with a plural: {@code {0}} chooses it, {@code {1}} is the number as written. */
    public String count(String key, long number) {
        return say(key, number, whole(number));
    }

    public String whole(long number) {
        return numerals.write(BigDecimal.valueOf(number), 0);
    }

    public String number(BigDecimal number, int decimals) {
        return numerals.write(number, decimals);
    }

    /** A number in its unit; units without a form of their own are named after it. */
    String inUnit(BigDecimal number, int decimals, String unit, String unitName) {
        var written = numerals.write(number, decimals);
        if (unit.equals("percent")) {
            return numerals.percent(written);
        }
        var key = "unit." + unit;
        return knows(key) ? say(key, number, written) : written + "\u00a0" + unitName;
    }

    public String date(LocalDate date) {
        var written =
                formatter(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)).format(date);
        return language == Language.FR && date.getDayOfMonth() == 1 ? written.replaceFirst("^1 ", "1er ") : written;
    }

    /** A moment as its day, in UTC. */
    public String date(Instant moment) {
        return date(moment.atZone(ZoneOffset.UTC).toLocalDate());
    }

    /** Month names as in Morocco: يناير rather than كانون الثاني. */
    private DateTimeFormatter formatter(DateTimeFormatter form) {
        return form.withLocale(Locale.forLanguageTag(language == Language.AR ? "ar-MA-u-nu-latn" : language.tag()));
    }

    /** The order of the alphabet. */
    public Comparator<String> alphabetical() {
        var collator = com.ibm.icu.text.Collator.getInstance(Locale.forLanguageTag(language.tag()));
        return collator::compare;
    }
}
