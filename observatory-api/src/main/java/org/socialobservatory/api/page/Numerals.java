package org.socialobservatory.api.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.socialobservatory.ontology.Language;

/**
 * How numbers are written: French and Moroccan Arabic with a decimal comma and narrow no-break spaces between
 * thousands, English with point and comma.
 *
 * @param eastern whether Arabic pages use ٠١٢٣ instead of the digits usual in Morocco
 */
record Numerals(Language language, boolean eastern) {

    private static final char NARROW_SPACE = '\u202f';
    private static final char MINUS = '\u2212';
    /** Keeps a sign where it is written beside its number, also after Arabic letters (UAX 9, W2). */
    private static final char LEFT_TO_RIGHT_MARK = '\u200e';

    /** A number rounded half up to so many decimals. */
    String write(BigDecimal number, int decimals) {
        var rounded = number.setScale(decimals, RoundingMode.HALF_UP);
        var plain = rounded.abs().toPlainString();
        int point = plain.indexOf('.');
        var whole = point < 0 ? plain : plain.substring(0, point);
        var text = new StringBuilder();
        if (rounded.signum() < 0) {
            text.append(language.rightToLeft() ? LEFT_TO_RIGHT_MARK + "" + MINUS : MINUS);
        }
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                text.append(groups());
            }
            text.append(whole.charAt(i));
        }
        if (point >= 0) {
            text.append(point()).append(plain, point + 1, plain.length());
        }
        return arabicIndic() ? eastern(text) : text.toString();
    }

    /** A percentage, its sign set as the language has it. */
    String percent(String written) {
        return switch (language) {
            case FR -> written + NARROW_SPACE + '%';
            case AR -> eastern ? written + '٪' : LEFT_TO_RIGHT_MARK + written + '%';
            case EN -> written + '%';
        };
    }

    private boolean arabicIndic() {
        return eastern && language == Language.AR;
    }

    private char groups() {
        return language == Language.EN ? ',' : arabicIndic() ? '٬' : NARROW_SPACE;
    }

    private char point() {
        return language == Language.EN ? '.' : arabicIndic() ? '٫' : ',';
    }

    private static String eastern(CharSequence text) {
        var digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            digits.append(letter >= '0' && letter <= '9' ? (char) (letter - '0' + '٠') : letter);
        }
        return digits.toString();
    }
}
