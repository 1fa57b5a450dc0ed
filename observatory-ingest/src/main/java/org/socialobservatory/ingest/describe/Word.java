package org.socialobservatory.ingest.describe;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column is usually called, in French, English and Arabic. */
enum Word {
    CODE("code", "id", "identifiant", "identifier", "ref", "osm id", "fid", "gid", "رمز", "الرمز", "المعرف"),
    NAME_AR("nom ar", "name ar", "libelle ar", "label ar", "arabe", "ar", "الاسم", "الاسم بالعربية", "التسمية"),
    NAME_EN("nom en", "name en", "label en", "libelle en", "anglais", "english", "en"),
    NAME_FR(
            "nom",
            "nom fr",
            "name fr",
            "libelle",
            "libelle fr",
            "label fr",
            "intitule",
            "designation",
            "name",
            "label",
            "titre",
            "title",
            "fr"),
    LEVEL("niveau", "level", "type", "echelon", "المستوى", "النوع"),
    WITHIN("dans", "within", "parent", "code parent", "parent code", "appartient a", "rattachement", "ضمن", "تابع ل"),
    VALID_FROM("valid from", "debut", "date debut", "depuis", "من تاريخ"),
    VALID_TO("valid to", "fin", "date fin", "jusqu a", "إلى تاريخ"),
    UNIT("unite", "unit", "unit measure", "الوحدة", "وحدة القياس"),
    KIND("nature", "kind", "genre d indicateur", "type", "الصنف"),
    COUNTS("compte", "counts", "المعدود"),
    SAME_AS("equivalent", "same as", "sameas", "المكافئ"),
    DEFINITION("definition", "definition fr", "description", "التعريف"),
    THEME("theme", "المحور"),
    SDG("sdg", "odd", "هدف التنمية"),
    DIRECTION("sens", "direction", "الاتجاه"),
    BROADER("broader", "code superieur", "الأعم"),
    AREA(
            "geo code",
            "code geo",
            "area",
            "territoire",
            "code territoire",
            "ref area",
            "geo",
            "commune",
            "code commune",
            "code insee",
            "codgeo",
            "quartier",
            "code quartier",
            "arrondissement",
            "code arr",
            "iris",
            "code iris",
            "zone",
            "المجال",
            "رمز المجال",
            "الجماعة",
            "المقاطعة",
            "الحي"),
    PERIOD("annee", "year", "periode", "period", "time period", "date", "an", "السنة", "الفترة", "التاريخ"),
    INDICATOR(
            "indicateur",
            "indicator",
            "indicator id",
            "code indicateur",
            "variable",
            "indic",
            "mesure",
            "المؤشر",
            "رمز المؤشر"),
    VALUE("valeur", "value", "obs value", "resultat", "القيمة"),
    STATUS("statut", "status", "obs status", "flag", "الحالة"),
    SAMPLE_SIZE("n", "sample size", "taille echantillon", "effectif echantillon", "حجم العينة"),
    STANDARD_ERROR("et", "se", "standard error", "erreur type", "الخطأ المعياري"),
    LOWER("bi", "lower", "borne inf", "borne inferieure", "ic inf", "lower bound", "الحد الأدنى"),
    UPPER("bs", "upper", "borne sup", "borne superieure", "ic sup", "upper bound", "الحد الأقصى"),
    SEX("sexe", "sex", "genre", "gender", "الجنس", "النوع"),
    AGE("age", "tranche", "tranche d age", "groupe d age", "classe d age", "age group", "السن", "العمر", "فئة السن"),
    URBANISATION(
            "milieu",
            "urbanisation",
            "urbanization",
            "milieu de residence",
            "residence",
            "degurba",
            "الوسط",
            "وسط الإقامة"),
    DISABILITY("handicap", "disability", "الإعاقة"),
    EDUCATION("education", "niveau d etudes", "niveau d instruction", "diplome", "المستوى الدراسي"),
    FROM("from", "de", "ancien", "ancien code"),
    TO("to", "vers", "nouveau", "nouveau code"),
    WEIGHT("weight", "poids", "part"),
    POSITION("position", "gps", "geopoint", "coordonnees", "الموقع");

    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<String> forms;

    Word(String... forms) {
        this.forms = List.of(forms);
    }

    /** A title in lower case, without accents, its words apart by one blank. */
    static String plain(String title) {
        var split = title.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2").toLowerCase(Locale.ROOT);
        var bare = ACCENTS.matcher(Normalizer.normalize(split, Normalizer.Form.NFD))
                .replaceAll("");
        return OTHER.matcher(bare).replaceAll(" ").strip();
    }

    /** How well a title fits: its place among the usual forms, 0 being best; empty where it is none of them. */
    Optional<Integer> fit(String title) {
        int exact = forms.indexOf(plain(title));
        return exact < 0 ? Optional.empty() : Optional.of(exact);
    }

    boolean fits(String title) {
        return fit(title).isPresent();
    }
}
