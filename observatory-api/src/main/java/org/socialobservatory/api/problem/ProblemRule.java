package org.socialobservatory.api.problem;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;

/**
 * Every rule that a request can break, with its only wording. In the detail, {@code {parameter}} and {@code {value}}
 * stand for those of the problem.
 */
public enum ProblemRule {
    MISSING_PARAMETER(
            400,
            said("Paramètre manquant", "وسيط ناقص", "Missing parameter"),
            said(
                    "Le paramètre « {parameter} » est nécessaire.",
                    "الوسيط «{parameter}» ضروري.",
                    "The parameter “{parameter}” is needed.")),
    UNKNOWN_PARAMETER(
            400,
            said("Paramètre inconnu", "وسيط غير معروف", "Unknown parameter"),
            said(
                    "Cette adresse ne connaît pas de paramètre ni de dimension « {parameter} ».",
                    "لا يعرف هذا العنوان وسيطًا ولا بُعدًا باسم «{parameter}».",
                    "This address knows no parameter or dimension “{parameter}”.")),
    REPEATED_PARAMETER(
            400,
            said("Paramètre répété", "وسيط مكرر", "Repeated parameter"),
            said(
                    "Le paramètre « {parameter} » ne peut avoir qu’une valeur.",
                    "لا يقبل الوسيط «{parameter}» إلا قيمة واحدة.",
                    "The parameter “{parameter}” takes one value only.")),
    MALFORMED_VALUE(
            400,
            said("Valeur non admise", "قيمة غير مقبولة", "Value not accepted"),
            said(
                    "Le paramètre « {parameter} » n’admet pas la valeur « {value} ».",
                    "لا يقبل الوسيط «{parameter}» القيمة «{value}».",
                    "The parameter “{parameter}” does not take the value “{value}”.")),
    UNKNOWN_INDICATOR(
            400,
            said("Indicateur inconnu", "مؤشر غير معروف", "Unknown indicator"),
            said(
                    "Aucun indicateur n’a le code « {value} ».",
                    "لا يوجد مؤشر بالرمز «{value}».",
                    "No indicator has the code “{value}”.")),
    UNKNOWN_AREA(
            400,
            said("Territoire inconnu", "مجال ترابي غير معروف", "Unknown area"),
            said(
                    "Aucun territoire n’a le code « {value} ».",
                    "لا يوجد مجال ترابي بالرمز «{value}».",
                    "No area has the code “{value}”.")),
    UNKNOWN_LEVEL(
            400,
            said("Niveau inconnu", "مستوى غير معروف", "Unknown level"),
            said(
                    "Aucun territoire n’est au niveau « {value} ».",
                    "لا يوجد أي مجال ترابي في المستوى «{value}».",
                    "No area is at the level “{value}”.")),
    UNKNOWN_PERIOD(
            400,
            said("Période inconnue", "فترة غير معروفة", "Unknown period"),
            said(
                    "Rien n’est publié pour la période « {value} ».",
                    "لم يُنشر شيء عن الفترة «{value}».",
                    "Nothing is published for the period “{value}”.")),
    UNKNOWN_DATASET(
            400,
            said("Jeu de données inconnu", "مجموعة بيانات غير معروفة", "Unknown dataset"),
            said(
                    "Aucun jeu de données n’a le code « {value} ».",
                    "لا توجد مجموعة بيانات بالرمز «{value}».",
                    "No dataset has the code “{value}”.")),
    UNKNOWN_EDITION(
            400,
            said("Édition inconnue", "إصدار غير معروف", "Unknown edition"),
            said(
                    "Ce jeu de données n’a pas d’édition « {value} ».",
                    "لا يوجد لمجموعة البيانات هذه إصدار «{value}».",
                    "This dataset has no edition “{value}”.")),
    UNKNOWN_QUESTIONNAIRE(
            400,
            said("Questionnaire inconnu", "استمارة غير معروفة", "Unknown questionnaire"),
            said(
                    "Aucun questionnaire n’est publié sous « {value} ».",
                    "لا توجد استمارة منشورة باسم «{value}».",
                    "No questionnaire is published as “{value}”.")),
    UNKNOWN_CODE(
            400,
            said("Code inconnu", "رمز غير معروف", "Unknown code"),
            said(
                    "La dimension « {parameter} » n’a pas de code « {value} ».",
                    "لا يوجد في البُعد «{parameter}» رمز «{value}».",
                    "The dimension “{parameter}” has no code “{value}”.")),
    UNKNOWN_FORMAT(
            400,
            said("Format inconnu", "صيغة غير معروفة", "Unknown format"),
            said(
                    "Cette adresse ne répond pas au format « {value} ».",
                    "لا يجيب هذا العنوان بالصيغة «{value}».",
                    "This address does not answer in the format “{value}”.")),
    UNKNOWN_CRS(
            400,
            said("Système de coordonnées inconnu", "نظام إحداثيات غير معروف", "Unknown coordinate reference system"),
            said(
                    "Le système de coordonnées « {value} » n’est pas proposé ici.",
                    "نظام الإحداثيات «{value}» غير متاح هنا.",
                    "The coordinate reference system “{value}” is not offered here.")),
    UNKNOWN_PROPERTY(
            400,
            said("Propriété inconnue", "خاصية غير معروفة", "Unknown property"),
            said(
                    "Les objets de cette collection n’ont pas de propriété « {value} ».",
                    "ليس لمعالم هذه المجموعة خاصية «{value}».",
                    "The features of this collection have no property “{value}”.")),
    UNKNOWN_FUNCTION(
            400,
            said("Fonction inconnue", "دالة غير معروفة", "Unknown function"),
            said(
                    "Un filtre ne connaît pas ici de fonction « {value} ».",
                    "لا تُعرف هنا في المرشِّحات دالة «{value}».",
                    "A filter knows no function “{value}” here.")),
    FILTER_SYNTAX(
            400,
            said("Filtre mal écrit", "خطأ في صياغة المرشِّح", "Filter not understood"),
            said(
                    "Le filtre n’a pas pu être lu à cet endroit : « {value} ».",
                    "تعذّرت قراءة المرشِّح عند هذا الموضع: «{value}».",
                    "The filter could not be read at this place: “{value}”.")),
    FILTER_TOO_DEEP(
            400,
            said("Filtre trop imbriqué", "مرشِّح متداخل أكثر من اللازم", "Filter nested too deeply"),
            said(
                    "Le filtre compte plus de {value} niveaux imbriqués.",
                    "تتجاوز مستويات التداخل في المرشِّح {value}.",
                    "The filter has more than {value} levels within one another.")),
    FILTER_KIND(
            400,
            said("Comparaison impossible", "مقارنة غير ممكنة", "Nothing to compare"),
            said(
                    "Dans le filtre, « {value} » n’est pas de la nature qu’il faut à cet endroit.",
                    "في المرشِّح، «{value}» ليس من النوع المطلوب في هذا الموضع.",
                    "In the filter, “{value}” is not of the kind that is needed there.")),
    FILTER_SHAPE(
            400,
            said("Géométrie impossible", "شكل هندسي غير سليم", "Impossible geometry"),
            said(
                    "Une géométrie du filtre n’est pas bien formée : {value}",
                    "في المرشِّح شكل هندسي غير سليم: {value}",
                    "A geometry of the filter is not well formed: {value}")),
    UNKNOWN_COLLECTION(
            404,
            said("Collection inconnue", "مجموعة معالم غير معروفة", "Unknown collection"),
            said(
                    "Aucune collection n’a le nom « {value} ».",
                    "لا توجد مجموعة معالم باسم «{value}».",
                    "No collection is named “{value}”.")),
    UNKNOWN_FEATURE(
            404,
            said("Objet inconnu", "معلم غير معروف", "Unknown feature"),
            said(
                    "Cette collection n’a pas d’objet « {value} ».",
                    "لا يوجد في هذه المجموعة معلم «{value}».",
                    "This collection has no feature “{value}”.")),
    UNKNOWN_THING(
            404,
            said("Ressource inconnue", "مورد غير معروف", "Unknown resource"),
            said(
                    "Rien ici ne porte le nom « {value} ».",
                    "لا شيء هنا يحمل الاسم «{value}».",
                    "Nothing here is named “{value}”.")),
    NO_SUCH_PAGE(
            404,
            said("Page introuvable", "الصفحة غير موجودة", "Page not found"),
            said(
                    "Il n’y a rien à l’adresse « {value} ».",
                    "لا يوجد شيء في العنوان «{value}».",
                    "There is nothing at the address “{value}”.")),
    NOT_ENOUGH_VALUES(
            400,
            said("Rien à montrer", "لا شيء لعرضه", "Nothing to show"),
            said(
                    "Aucun chiffre n’est publié pour l’indicateur « {value} » avec ces critères.",
                    "لم يُنشر أي رقم للمؤشر «{value}» بهذه المعايير.",
                    "No figure of the indicator “{value}” is published for this choice.")),
    COMBINED_WITHHELD(
            422,
            said("Un des chiffres n’est pas publié", "أحد الأرقام غير منشور", "One of the figures is not published"),
            said(
                    "Le chiffre d’ensemble ne peut pas être calculé : celui de {value} n’est pas publié, car des personnes pourraient être reconnues.",
                    "لا يمكن حساب الرقم الإجمالي: رقم {value} غير منشور حتى لا يُتعرَّف على أحد.",
                    "The figure of the whole cannot be computed: that of {value} is not published, so that nobody can be recognised.")),
    COMBINED_MISSING(
            422,
            said("Un des chiffres n’existe pas", "أحد الأرقام غير موجود", "One of the figures does not exist"),
            said(
                    "Le chiffre d’ensemble ne peut pas être calculé : il n’y a pas de donnée pour {value}.",
                    "لا يمكن حساب الرقم الإجمالي: لا توجد بيانات عن {value}.",
                    "The figure of the whole cannot be computed: there are no data for {value}.")),
    COMBINED_WITHOUT_DENOMINATOR(
            422,
            said("On ne sait pas combien chacun pèse", "وزن كل مجال غير معروف", "The weights are not known"),
            said(
                    "Le chiffre d’ensemble ne peut pas être calculé : la source ne dit pas sur combien de personnes ou de ménages porte celui de {value}.",
                    "لا يمكن حساب الرقم الإجمالي: لا يذكر المصدر عدد الأشخاص أو الأسر الذين يخصهم رقم {value}.",
                    "The figure of the whole cannot be computed: the source does not say how many persons or households that of {value} is about.")),
    COMBINED_KIND(
            422,
            said("Cet indicateur ne s’additionne pas", "هذا المؤشر لا يقبل الجمع", "This indicator does not add up"),
            said(
                    "Un quantile ou un indice de plusieurs territoires ne se calcule pas à partir de ceux de chacun.",
                    "لا يُحسب الشُّريح أو المؤشر المركّب لعدة مجالات انطلاقًا من قيمة كل مجال.",
                    "A quantile or an index of several areas cannot be computed from those of each.")),
    COMBINED_NOTHING(
            422,
            said("Aucun territoire choisi", "لم يُختر أي مجال ترابي", "No area chosen"),
            said(
                    "Aucun territoire de la carte ne se trouve, pour plus de la moitié, dans ce qui a été choisi.",
                    "لا يقع أي مجال ترابي من الخريطة، بأكثر من نصفه، ضمن ما اختير.",
                    "No area of the map lies, by more than half, within what was chosen.")),
    OUTLINE_UNREADABLE(
            400,
            said("Contour illisible", "حدود غير مقروءة", "Outline not understood"),
            said(
                    "Le contour n’est pas un polygone en GeoJSON avec des coordonnées en longitude et latitude.",
                    "الحدود ليست مضلعًا بصيغة GeoJSON بإحداثيات من خط طول وخط عرض.",
                    "The outline is not a polygon in GeoJSON with coordinates in longitude and latitude.")),
    OUTLINE_SHORT(
            400,
            said("Trop peu de sommets", "رؤوس غير كافية", "Too few corners"),
            said(
                    "Un contour a au moins trois sommets différents ; celui-ci en a {value}.",
                    "للحدود ثلاثة رؤوس مختلفة على الأقل؛ ولهذه {value}.",
                    "An outline has at least three different corners; this one has {value}.")),
    OUTLINE_LONG(
            400,
            said("Trop de sommets", "رؤوس كثيرة جدًا", "Too many corners"),
            said(
                    "Un contour a au plus {value} sommets ici : simplifiez-le.",
                    "للحدود هنا {value} رأس على الأكثر: بسّطوها.",
                    "An outline has at most {value} corners here: simplify it.")),
    OUTLINE_OPEN(
            400,
            said("Contour ouvert", "حدود غير مغلقة", "Outline not closed"),
            said(
                    "Un contour finit là où il commence ; celui-ci s’arrête à {value}.",
                    "تنتهي الحدود حيث تبدأ؛ وهذه تتوقف عند {value}.",
                    "An outline ends where it begins; this one stops at {value}.")),
    OUTLINE_OUTSIDE(
            400,
            said("Hors du monde", "خارج العالم", "Outside the world"),
            said(
                    "« {value} » n’est pas une longitude entre −180 et 180 suivie d’une latitude entre −90 et 90.",
                    "«{value}» ليس خط طول بين 180− و180 يليه خط عرض بين 90− و90.",
                    "“{value}” is not a longitude between −180 and 180 followed by a latitude between −90 and 90.")),
    OUTLINE_CROSSES(
            400,
            said("Le contour se croise", "الحدود تقطع نفسها", "The outline crosses itself"),
            said(
                    "Le contour se croise ou se touche lui-même à l’endroit {value} (longitude, latitude).",
                    "تقطع الحدود نفسها أو تمسها عند {value} (خط الطول، خط العرض).",
                    "The outline crosses or touches itself at {value} (longitude, latitude).")),
    OUTLINE_TAKEN(
            422,
            said("Cet endroit est déjà pris", "هذا المكان مأخوذ", "This place is taken"),
            said(
                    "Plus de la moitié du contour appartient déjà à d’autres territoires de ce niveau : {value}. Leurs contours restent.",
                    "أكثر من نصف ما رُسم يعود أصلًا إلى مجالات أخرى من هذا المستوى: {value}. وحدودها تبقى.",
                    "More than half of the outline already belongs to other areas of this level: {value}. Their outlines stay.")),
    AREA_STANDS(
            400,
            said("Ce code existe déjà", "هذا الرمز موجود", "This code is taken"),
            said(
                    "Un territoire a déjà le code « {value} » : corrigez son contour, ou choisissez un autre code.",
                    "لمجال ترابي الرمز «{value}» أصلًا: صححوا حدوده أو اختاروا رمزًا آخر.",
                    "An area has the code “{value}” already: correct its outline, or choose another code.")),
    VERSION_NOT_LATER(
            400,
            said("Date trop ancienne", "تاريخ سابق لأوانه", "Date too early"),
            said(
                    "Le nouveau contour doit valoir depuis une date plus récente que celui qui est publié ; « {value} » ne l’est pas.",
                    "يجب أن تسري الحدود الجديدة منذ تاريخ أحدث من تاريخ الحدود المنشورة؛ و«{value}» ليس كذلك.",
                    "The new outline must hold from a later day than the one that is published; “{value}” is not.")),
    PAGE_PAST_END(
            400,
            said("Page au-delà de la fin", "صفحة بعد النهاية", "Page past the end"),
            said(
                    "Le résultat finit avant « {value} ».",
                    "تنتهي النتيجة قبل «{value}».",
                    "The result ends before “{value}”.")),
    CURSOR_OUTDATED(
            410,
            said("Suite périmée", "متابعة متقادمة", "Outdated continuation"),
            said(
                    "Les données ont changé depuis la première page : reprenez la lecture du début.",
                    "تغيّرت البيانات منذ الصفحة الأولى: أعيدوا القراءة من البداية.",
                    "The data have changed since the first page: start again from the beginning.")),
    MALFORMED_REQUEST(
            400,
            said("Demande mal formée", "طلب غير سليم", "Malformed request"),
            said(
                    "La demande n’est pas bien formée et n’a pas pu être lue.",
                    "الطلب غير سليم الصياغة وتعذّرت قراءته.",
                    "The request is not well formed and could not be read.")),
    UNAUTHORIZED(
            401,
            said("Identification nécessaire", "التعريف بالهوية ضروري", "Who is asking?"),
            said(
                    "Cette demande n’est admise qu’avec une autorisation valable.",
                    "يحتاج هذا الطلب إلى تصريح صالح.",
                    "This request needs a valid authorisation.")),
    FORBIDDEN(
            403,
            said("Accès refusé", "الولوج مرفوض", "Access refused"),
            said(
                    "Cette demande n’est pas permise ici.",
                    "هذا الطلب غير مسموح به هنا.",
                    "This request is not permitted here.")),
    METHOD_NOT_ALLOWED(
            405,
            said("Méthode non admise", "طريقة غير مقبولة", "Method not allowed"),
            said(
                    "Cette adresse n’admet pas la méthode {value}.",
                    "لا يقبل هذا العنوان الطريقة {value}.",
                    "This address does not take the method {value}.")),
    NOT_ACCEPTABLE(
            406,
            said("Aucun format acceptable", "لا صيغة مقبولة", "No acceptable format"),
            said(
                    "Aucun des formats demandés n’est proposé ici.",
                    "لا تتاح هنا أي من الصيغ المطلوبة.",
                    "None of the formats asked for is offered here.")),
    TOO_LARGE(
            413,
            said("Demande trop grande", "طلب كبير جدًا", "Request too large"),
            said(
                    "La demande dépasse la taille permise.",
                    "يتجاوز الطلب الحجم المسموح به.",
                    "The request is larger than permitted.")),
    ADDRESS_TOO_LONG(
            414,
            said("Adresse trop longue", "عنوان طويل جدًا", "Address too long"),
            said(
                    "L’adresse demandée est trop longue.",
                    "العنوان المطلوب طويل جدًا.",
                    "The address asked for is too long.")),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            said("Type de contenu non admis", "نوع محتوى غير مقبول", "Unsupported media type"),
            said(
                    "Cette adresse n’admet pas le type de contenu « {value} ».",
                    "لا يقبل هذا العنوان نوع المحتوى «{value}».",
                    "This address does not take the media type “{value}”.")),
    TRAY_FULL(
            429,
            said("Trop de réunions attendent", "لقاءات كثيرة في الانتظار", "Too many meetings wait"),
            said(
                    "Trop de réunions attendent d’être relues ici ; celle-ci reste sur l’appareil et sera proposée de nouveau.",
                    "تنتظر هنا لقاءات كثيرة من يقرؤها؛ يبقى هذا اللقاء على الجهاز ويُعرض من جديد لاحقًا.",
                    "Too many meetings wait here to be read; this one stays on the device and will be offered again.")),
    TOO_MANY_QUERIES(
            429,
            said("Trop de requêtes à la fois", "استعلامات كثيرة في آن واحد", "Too many queries at once"),
            said(
                    "Trop de vos requêtes attendent déjà ; envoyez la suivante quand l’une d’elles aura reçu sa réponse.",
                    "ينتظر عدد كبير من استعلاماتكم؛ أرسلوا التالي بعد أن يصل جواب أحدها.",
                    "Too many of your queries wait already; send the next one when one of them has its answer.")),
    RANGE_NOT_SATISFIABLE(
            416,
            said("Plage hors du fichier", "نطاق خارج الملف", "Range not satisfiable"),
            said(
                    "La plage d’octets demandée est hors du fichier.",
                    "نطاق البايتات المطلوب خارج الملف.",
                    "The range of bytes asked for lies outside the file.")),
    WITHDRAWN(
            410,
            said("Édition retirée", "إصدار مسحوب", "Edition withdrawn"),
            said(
                    "Cette édition a été retirée. Motif : {value}",
                    "سُحب هذا الإصدار. السبب: {value}",
                    "This edition has been withdrawn. Reason: {value}")),
    QUERY_SYNTAX(
            400,
            said("Requête mal écrite", "خطأ في صياغة الاستعلام", "Query not understood"),
            said(
                    "La requête SPARQL contient une erreur : {value}",
                    "في استعلام SPARQL خطأ: {value}",
                    "The SPARQL query has an error: {value}")),
    UPDATE_REFUSED(
            403,
            said("Lecture seule", "للقراءة فقط", "Read only"),
            said(
                    "Les données se lisent ici et ne se modifient pas.",
                    "البيانات هنا للقراءة ولا تُعدَّل.",
                    "Data are read here and cannot be changed.")),
    SERVICE_REFUSED(
            403,
            said("Service distant refusé", "خدمة خارجية مرفوضة", "Remote service refused"),
            said(
                    "Le service « {value} » ne peut pas être interrogé d’ici.",
                    "لا يمكن الاستعلام من هنا عن الخدمة «{value}».",
                    "The service “{value}” may not be queried from here.")),
    TIME_LIMIT(
            503,
            said("Temps dépassé", "انقضى الوقت", "Out of time"),
            said(
                    "La réponse demanderait plus que le temps permis ({value} s).",
                    "يتطلب الجواب أكثر من الوقت المسموح به ({value} ث).",
                    "The answer would take longer than permitted ({value} s).")),
    MEMORY_LIMIT(
            503,
            said("Demande trop lourde", "طلب ثقيل جدًا", "Request too heavy"),
            said(
                    "La réponse demanderait plus de mémoire que permis.",
                    "يتطلب الجواب ذاكرة أكثر من المسموح به.",
                    "The answer would take more memory than permitted.")),
    UNAVAILABLE(
            503,
            said("Momentanément indisponible", "غير متاح مؤقتًا", "Temporarily unavailable"),
            said(
                    "Le service n’est pas prêt ; réessayez dans un instant.",
                    "الخدمة غير جاهزة؛ حاولوا بعد لحظات.",
                    "The service is not ready; try again in a moment.")),
    UNEXPECTED(
            500,
            said("Erreur inattendue", "خطأ غير متوقع", "Unexpected error"),
            said(
                    "Une erreur s’est produite ici. Elle est consignée sous l’identifiant ci-joint.",
                    "حدث خطأ من جانبنا، وقد سُجّل تحت المعرّف المرفق.",
                    "Something went wrong here. It is on record under the id given."));

    private final int status;
    private final Multilingual title;
    private final Multilingual detail;

    ProblemRule(int status, Multilingual title, Multilingual detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    private static Multilingual said(String fr, String ar, String en) {
        return Multilingual.of(fr, ar, en);
    }

    /** The stable code of the rule, such as {@code unknown-indicator}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status, unless the kind of problem has its own. */
    public int status() {
        return status;
    }

    public String title(Language language) {
        return title.orCode(language, code());
    }

    /** What is wrong, in one sentence. */
    public String detail(Language language, @Nullable String parameter, @Nullable String value) {
        return detail.orCode(language, code())
                .replace("{parameter}", isolated(parameter, language))
                .replace("{value}", isolated(value, language));
    }

    /** What came from outside keeps its own direction in a line that runs to the left (Unicode TR 9 §2.4). */
    private static String isolated(@Nullable String text, Language language) {
        if (text == null) {
            return "";
        }
        return language.rightToLeft() ? '\u2068' + text + '\u2069' : text;
    }
}
