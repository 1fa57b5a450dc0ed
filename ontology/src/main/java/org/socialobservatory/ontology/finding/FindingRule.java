package org.socialobservatory.ontology.finding;

import static org.socialobservatory.ontology.finding.Severity.ERROR;
import static org.socialobservatory.ontology.finding.Severity.INFO;
import static org.socialobservatory.ontology.finding.Severity.WARNING;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;

/**
 * Every rule that a package can break, with its only wording: what is wrong, then what would satisfy it, each in
 * French, Arabic and English. {@code {0}}, {@code {1}} … stand for the arguments of the finding.
 */
public enum FindingRule {
    // The package and its description.
    PACKAGE_UNREADABLE(
            ERROR,
            "« {0} » n'est ni un dossier ni une archive zip lisible.",
            "«{0}» ليس مجلدًا ولا أرشيف zip قابلاً للقراءة.",
            "“{0}” is neither a folder nor a readable zip archive.",
            "Donnez un dossier ou un fichier .zip qui contient datapackage.yaml.",
            "قدّموا مجلدًا أو ملف ‎.zip يحتوي على datapackage.yaml.",
            "Give a folder or a .zip that contains datapackage.yaml."),
    DESCRIPTOR_MISSING(
            ERROR,
            "Le paquet n'a pas de datapackage.yaml ni de datapackage.json.",
            "لا تحتوي الحزمة على datapackage.yaml ولا على datapackage.json.",
            "The package has neither datapackage.yaml nor datapackage.json.",
            "Ajoutez-le ; « observatory describe » en rédige un à partir des fichiers.",
            "أضيفوه؛ الأمر «observatory describe» يحرّر مسودة له انطلاقًا من الملفات.",
            "Add it; “observatory describe” drafts one from the files."),
    DESCRIPTOR_UNREADABLE(
            ERROR,
            "La description du paquet est illisible : {0}",
            "تعذّرت قراءة وصف الحزمة: {0}",
            "The package description cannot be read: {0}",
            "Corrigez datapackage.yaml (ou .json) à cet endroit.",
            "صحّحوا الملف datapackage.yaml (أو ‎.json) في هذا الموضع.",
            "Mend datapackage.yaml (or .json) at that place."),
    KEY_MISSING(
            ERROR,
            "La clé « {0} » manque dans la description du paquet.",
            "المفتاح «{0}» غير موجود في وصف الحزمة.",
            "The key “{0}” is missing from the package description.",
            "Ajoutez la clé « {0} ».",
            "أضيفوا المفتاح «{0}».",
            "Add the key “{0}”."),
    KEY_UNKNOWN(
            ERROR,
            "La clé « {0} » est inconnue ici.",
            "المفتاح «{0}» غير معروف هنا.",
            "The key “{0}” is not known here.",
            "Clés les plus proches : {1}. Corrigez-la ou retirez-la.",
            "أقرب المفاتيح: {1}. صحّحوه أو احذفوه.",
            "Nearest keys: {1}. Correct it or remove it."),
    KEY_IGNORED(
            WARNING,
            "La clé « {0} » n'est pas lue.",
            "المفتاح «{0}» لا يُقرأ.",
            "The key “{0}” is not read.",
            "Clés les plus proches : {1}. Retirez-la si elle ne sert à rien d'autre.",
            "أقرب المفاتيح: {1}. احذفوه إن لم يكن له استعمال آخر.",
            "Nearest keys: {1}. Remove it unless something else uses it."),
    VALUE_NOT_ALLOWED(
            ERROR,
            "« {1} » n'est pas une valeur possible de « {0} ».",
            "«{1}» ليست قيمة ممكنة للمفتاح «{0}».",
            "“{1}” is not a possible value of “{0}”.",
            "Valeurs possibles : {2}.",
            "القيم الممكنة: {2}.",
            "Possible values: {2}."),
    ROLE_MISSING(
            WARNING,
            "La ressource « {0} » n'a pas de rôle et n'est pas lue.",
            "المورد «{0}» بلا دور، ولذلك لا يُقرأ.",
            "The resource “{0}” has no role and is not read.",
            "Donnez-lui un rôle sous « observatory » ou retirez-la.",
            "حدّدوا له دورًا تحت «observatory» أو احذفوه.",
            "Give it a role under “observatory” or remove it."),
    ROLE_NOT_TAKEN(
            ERROR,
            "Cette version ne prend pas encore le rôle « {0} ».",
            "لا يقبل هذا الإصدار بعدُ الدورَ «{0}».",
            "This version does not yet take the role “{0}”.",
            "Retirez la ressource ou attendez la version suivante.",
            "احذفوا المورد أو انتظروا الإصدار القادم.",
            "Remove the resource or wait for the next version."),
    NAME_TWICE(
            ERROR,
            "Deux ressources s'appellent « {0} ».",
            "هناك موردان بالاسم نفسه «{0}».",
            "Two resources are called “{0}”.",
            "Donnez à chaque ressource un nom qui n'est qu'à elle.",
            "أعطوا كل مورد اسمًا خاصًا به.",
            "Give each resource a name of its own."),
    SOURCES_MISSING(
            ERROR,
            "« already-public » demande de dire qui a déjà publié ces données.",
            "يتطلّب «already-public» ذكر الجهة التي سبق أن نشرت هذه البيانات.",
            "“already-public” requires saying who has published these data.",
            "Ajoutez « sources » avec un titre, ou « disclosure: apply ».",
            "أضيفوا «sources» مع عنوان، أو استعملوا «disclosure: apply».",
            "Add “sources” with a title, or use “disclosure: apply”."),
    SOURCE_ASSUMED(
            WARNING,
            "La ressource ne dit pas d'où viennent ses chiffres ; ils sont pris pour exhaustifs.",
            "لا يذكر المورد مصدر أرقامه؛ اعتُبرت شاملة.",
            "The resource does not say where its figures come from; they are taken as exhaustive.",
            "Ajoutez « source: exhaustive », « sample » ou « model ».",
            "أضيفوا «source: exhaustive» أو «sample» أو «model».",
            "Add “source: exhaustive”, “sample” or “model”."),
    TRANSLATION_MISSING(
            WARNING,
            "Textes sans traduction : {0} (langues : {1} ; par exemple {2}).",
            "نصوص بلا ترجمة: {0} (اللغات: {1}؛ مثلاً {2}).",
            "Texts without translation: {0} (languages: {1}; for example {2}).",
            "Ajoutez les textes dans ces langues ; sinon une autre langue est montrée.",
            "أضيفوا النصوص بهذه اللغات، وإلا عُرضت لغة أخرى.",
            "Add the texts in these languages; otherwise another language is shown."),

    // Files.
    PATH_OUTSIDE(
            ERROR,
            "Le chemin « {0} » sort du paquet.",
            "المسار «{0}» يخرج من الحزمة.",
            "The path “{0}” leaves the package.",
            "Mettez le fichier dans le paquet et donnez un chemin relatif, sans « .. » ni lien symbolique.",
            "ضعوا الملف داخل الحزمة واكتبوا مسارًا نسبيًا، دون «..» ودون روابط رمزية.",
            "Put the file into the package and give a relative path, without “..” or symbolic links."),
    FILE_MISSING(
            ERROR,
            "Le fichier « {0} » n'est pas dans le paquet.",
            "الملف «{0}» غير موجود في الحزمة.",
            "The file “{0}” is not in the package.",
            "Fichiers les plus proches : {1}.",
            "أقرب الملفات: {1}.",
            "Nearest files: {1}."),
    FILE_UNUSED(
            INFO,
            "Fichiers du dossier que le paquet ne nomme pas : {0} ({1}). Ils ne sont ni lus ni gardés.",
            "ملفات في المجلد لا تذكرها الحزمة: {0} ({1}). لا تُقرأ ولا تُحفظ.",
            "Files in the folder that the package does not name: {0} ({1}). They are neither read nor kept.",
            "Nommez-les dans « resources » s'ils en font partie.",
            "اذكروها في «resources» إن كانت جزءًا منها.",
            "Name them in “resources” if they belong to it."),
    FILE_DAMAGED(
            ERROR,
            "Le fichier « {0} » est abîmé ou d'un autre format que son nom ne le dit.",
            "الملف «{0}» تالف أو صيغته غير ما يدلّ عليه اسمه.",
            "The file “{0}” is damaged or of another format than its name says.",
            "Enregistrez-le à nouveau depuis le logiciel d'origine.",
            "احفظوه من جديد من البرنامج الأصلي.",
            "Save it again from the program it comes from."),
    FILE_TRUNCATED(
            ERROR,
            "Le fichier « {0} » s'arrête avant sa fin.",
            "الملف «{0}» مبتور قبل نهايته.",
            "The file “{0}” stops before its end.",
            "Copiez-le ou exportez-le à nouveau en entier.",
            "انسخوه أو صدّروه كاملاً من جديد.",
            "Copy or export it again, whole."),
    FORMAT_UNKNOWN(
            ERROR,
            "Le format du fichier « {0} » n'est pas lu.",
            "صيغة الملف «{0}» غير مقروءة.",
            "The format of the file “{0}” is not read.",
            "Formats lus : CSV (aussi .gz), XLSX, GeoJSON, Shapefile (aussi zippé), GeoPackage.",
            "الصيغ المقروءة: CSV (وكذلك ‎.gz) وXLSX وGeoJSON وShapefile (وكذلك مضغوطًا) وGeoPackage.",
            "Formats read: CSV (also .gz), XLSX, GeoJSON, Shapefile (also zipped), GeoPackage."),
    FORMAT_UNFIT(
            ERROR,
            "Le rôle « {0} » ne peut pas venir du fichier « {1} ».",
            "لا يمكن أن يأتي الدور «{0}» من الملف «{1}».",
            "The role “{0}” cannot come from the file “{1}”.",
            "Donnez un tableau (CSV ou XLSX).",
            "قدّموا جدولاً (CSV أو XLSX).",
            "Give a table (CSV or XLSX)."),
    ARCHIVE_TOO_LARGE(
            ERROR,
            "L'archive « {0} » se déploie au-delà de toute mesure.",
            "يتضخّم الأرشيف «{0}» عند فكّه بما يتجاوز الحدود.",
            "The archive “{0}” unpacks beyond all measure.",
            "Donnez les fichiers sans compression, ou en plusieurs paquets.",
            "قدّموا الملفات دون ضغط، أو في عدة حزم.",
            "Give the files uncompressed, or in several packages."),
    WORKBOOK_TOO_LARGE(
            ERROR,
            "Le classeur « {0} » est trop grand pour être lu.",
            "المصنّف «{0}» أكبر من أن يُقرأ.",
            "The workbook “{0}” is too large to be read.",
            "Enregistrez la feuille en CSV.",
            "احفظوا الورقة بصيغة CSV.",
            "Save the sheet as CSV."),
    XML_ENTITY(
            ERROR,
            "Le fichier « {0} » contient une déclaration XML (DOCTYPE, entité) qui est refusée.",
            "يحتوي الملف «{0}» على تصريح XML ‏(DOCTYPE أو كيان) مرفوض.",
            "The file “{0}” contains an XML declaration (DOCTYPE, entity) that is refused.",
            "Enregistrez le classeur à nouveau depuis un tableur.",
            "احفظوا المصنّف من جديد من برنامج جداول.",
            "Save the workbook again from a spreadsheet program."),
    SHEET_MISSING(
            ERROR,
            "Le classeur n'a pas de feuille « {0} ».",
            "لا توجد في المصنّف ورقة باسم «{0}».",
            "The workbook has no sheet “{0}”.",
            "Feuilles les plus proches : {1}.",
            "أقرب الأوراق: {1}.",
            "Nearest sheets: {1}."),
    FORMULA_ERROR(
            ERROR,
            "La formule de cette cellule donne une erreur : {0}",
            "تعطي صيغة هذه الخلية خطأ: {0}",
            "The formula of this cell gives an error: {0}",
            "Corrigez la formule, ou remplacez-la par sa valeur.",
            "صحّحوا الصيغة أو عوّضوها بقيمتها.",
            "Mend the formula, or replace it by its value."),
    HEADER_MERGED(
            WARNING,
            "Des cellules d'en-tête fusionnées ({0}) ont été séparées.",
            "فُصلت خلايا رأس مدمجة ({0}).",
            "Merged header cells ({0}) were taken apart.",
            "Donnez à chaque colonne un titre qui n'est qu'à elle.",
            "أعطوا كل عمود عنوانًا خاصًا به.",
            "Give each column a title of its own."),
    PERCENT_CELLS(
            INFO,
            "Cellules au format pourcentage lues comme elles s'affichent : {0} (0,123 affiché 12,3 % est lu 12,3).",
            "خلايا بتنسيق النسبة المئوية قُرئت كما تظهر: {0} (القيمة 0.123 المعروضة 12.3% تُقرأ 12.3).",
            "Cells in percent format read as they are shown: {0} (0.123 shown as 12.3 % is read as 12.3).",
            "Rien, si l'indicateur est en pourcentage.",
            "لا شيء، إن كان المؤشر نسبة مئوية.",
            "Nothing, if the indicator is a percentage."),
    TABLE_EMPTY(
            ERROR,
            "Le tableau « {0} » est vide ou sans ligne de titres.",
            "الجدول «{0}» فارغ أو بلا سطر عناوين.",
            "The table “{0}” is empty or has no row of titles.",
            "La première ligne doit nommer les colonnes.",
            "يجب أن يسمّي السطر الأول الأعمدة.",
            "The first row must name the columns."),
    ENCODING_UNKNOWN(
            ERROR,
            "L'encodage « {0} » est inconnu.",
            "الترميز «{0}» غير معروف.",
            "The encoding “{0}” is not known.",
            "Par exemple : utf-8, windows-1252, windows-1256.",
            "مثلاً: utf-8 أو windows-1252 أو windows-1256.",
            "For example: utf-8, windows-1252, windows-1256."),
    ENCODING_WRONG(
            ERROR,
            "Le texte n'est pas encodé en {0}.",
            "النص ليس بترميز {0}.",
            "The text is not encoded in {0}.",
            "Enregistrez le fichier en UTF-8, ou déclarez son « encoding ».",
            "احفظوا الملف بترميز UTF-8 أو صرّحوا بـ«encoding» الخاص به.",
            "Save the file as UTF-8, or declare its “encoding”."),
    ENCODING_GUESSED(
            INFO,
            "L'encodage n'est pas déclaré ; d'après les lettres, c'est {0}.",
            "الترميز غير مصرّح به؛ وبحسب الحروف فهو {0}.",
            "The encoding is not declared; by its letters it is {0}.",
            "Vérifiez les accents et l'arabe, puis déclarez « encoding: {0} ».",
            "تحقّقوا من الحروف ثم صرّحوا بـ«encoding: {0}».",
            "Check accents and Arabic, then declare “encoding: {0}”."),
    LETTERS_LOST(
            ERROR,
            "Le texte contient le signe � : des lettres ont été perdues lors d'une conversion.",
            "يحتوي النص على العلامة �: ضاعت حروف أثناء تحويل سابق.",
            "The text contains the sign �: letters were lost in an earlier conversion.",
            "Repartez du fichier d'origine.",
            "ارجعوا إلى الملف الأصلي.",
            "Go back to the original file."),
    ROW_RAGGED(
            ERROR,
            "La ligne a {0} champs au lieu de {1}.",
            "عدد الحقول في السطر {0} بدلاً من {1}.",
            "The row has {0} fields instead of {1}.",
            "Complétez la ligne, ou mettez entre guillemets les champs qui contiennent le séparateur.",
            "أكملوا السطر، أو ضعوا بين علامتي اقتباس الحقول التي تحتوي على الفاصل.",
            "Complete the row, or quote the fields that contain the delimiter."),
    ROW_MALFORMED(
            ERROR,
            "Des guillemets sont mal placés à cette ligne.",
            "علامات الاقتباس في غير موضعها في هذا السطر.",
            "Quotation marks are misplaced in this row.",
            "Un champ entre guillemets finit par un guillemet ; dans le champ, doublez-les (RFC 4180).",
            "الحقل المقتبس ينتهي بعلامة اقتباس؛ وداخل الحقل تُكرَّر العلامة (RFC 4180).",
            "A quoted field ends with a quote; inside it quotes are doubled (RFC 4180)."),

    // Columns and codes.
    COLUMN_MISSING(
            ERROR,
            "La colonne « {0} » manque.",
            "العمود «{0}» غير موجود.",
            "The column “{0}” is missing.",
            "Colonnes les plus proches : {1}.",
            "أقرب الأعمدة: {1}.",
            "Nearest columns: {1}."),
    COLUMN_REPEATED(
            ERROR,
            "Plusieurs colonnes s'appellent « {0} ».",
            "هناك أكثر من عمود باسم «{0}».",
            "Several columns are called “{0}”.",
            "Donnez à chaque colonne un titre qui n'est qu'à elle.",
            "أعطوا كل عمود عنوانًا خاصًا به.",
            "Give each column a title of its own."),
    COLUMNS_UNUSED(
            WARNING,
            "Colonnes dont aucun rôle ne se sert : {0}.",
            "أعمدة لا يستعملها أي دور: {0}.",
            "Columns that no role uses: {0}.",
            "Rien, si c'est voulu.",
            "لا شيء، إن كان ذلك مقصودًا.",
            "Nothing, if that is intended."),
    CODE_MISSING(
            ERROR,
            "Il manque un code dans « {0} ».",
            "هناك رمز ناقص في «{0}».",
            "A code is missing in “{0}”.",
            "Donnez un code à chaque ligne.",
            "أعطوا كل سطر رمزًا.",
            "Give every row a code."),
    CODE_MALFORMED(
            ERROR,
            "« {0} » n'est pas un code : seuls les lettres sans accent, les chiffres et . _ ~ - sont permis (100 au plus).",
            "«{0}» ليس رمزًا: لا يُسمح إلا بالحروف اللاتينية دون علامات والأرقام و . _ ~ - (مئة على الأكثر).",
            "“{0}” is not a code: only unaccented letters, digits and . _ ~ - are allowed (at most 100).",
            "Changez le code, ou traduisez-le avec « codes ».",
            "غيّروا الرمز أو ترجموه بواسطة «codes».",
            "Change the code, or translate it with “codes”."),
    CODE_UNMAPPED(
            ERROR,
            "« {0} » manque dans la table « codes » de « {1} ».",
            "«{0}» غير موجود في جدول «codes» الخاص بـ«{1}».",
            "“{0}” is missing from the “codes” of “{1}”.",
            "Valeurs les plus proches : {2}. Ajoutez une ligne à la table.",
            "أقرب القيم: {2}. أضيفوا سطرًا إلى الجدول.",
            "Nearest values: {2}. Add a row to the table."),
    CODE_UNKNOWN(
            ERROR,
            "« {0} » n'est pas dans la liste « {1} ».",
            "«{0}» ليس في القائمة «{1}».",
            "“{0}” is not in the list “{1}”.",
            "Codes les plus proches : {2}.",
            "أقرب الرموز: {2}.",
            "Nearest codes: {2}."),
    CODE_REPEATED(
            ERROR,
            "Le code « {0} » vient deux fois avec des contenus différents (déjà à la ligne {1}).",
            "ورد الرمز «{0}» مرتين بمحتوى مختلف (سبق في السطر {1}).",
            "The code “{0}” comes twice with different content (already in row {1}).",
            "Gardez une seule des deux lignes.",
            "احتفظوا بسطر واحد من السطرين.",
            "Keep one of the two rows."),
    LABEL_MISSING(
            WARNING,
            "Sans nom dans aucune langue : {0} (par exemple {1}).",
            "بلا اسم في أي لغة: {0} (مثلاً {1}).",
            "Without a name in any language: {0} (for example {1}).",
            "Donnez-leur un nom ; sinon leur code est montré.",
            "أعطوها اسمًا، وإلا عُرض رمزها.",
            "Name them; otherwise their code is shown."),
    INDICATOR_UNKNOWN(
            ERROR,
            "Personne ne connaît l'indicateur « {0} ».",
            "المؤشر «{0}» غير معروف.",
            "Nobody knows the indicator “{0}”.",
            "Indicateurs les plus proches : {1}. Définissez-le dans une ressource de rôle « indicators ».",
            "أقرب المؤشرات: {1}. عرّفوه في مورد دوره «indicators».",
            "Nearest indicators: {1}. Define it in a resource of role “indicators”."),
    INDICATOR_SHARED(
            INFO,
            "L'indicateur « {0} » est au catalogue commun ; sa définition commune reste.",
            "المؤشر «{0}» موجود في الفهرس المشترك؛ يبقى تعريفه المشترك.",
            "The indicator “{0}” is in the shared catalogue; its shared definition stands.",
            "Rien ; pour une autre définition, choisissez un autre code.",
            "لا شيء؛ ولتعريف آخر اختاروا رمزًا آخر.",
            "Nothing; for another definition choose another code."),
    DIMENSION_WITHOUT_LIST(
            WARNING,
            "La dimension « {0} » n'a pas de liste de codes ; ses codes viennent des données : {1}.",
            "البعد «{0}» بلا قائمة رموز؛ أُخذت رموزه من البيانات: {1}.",
            "The dimension “{0}” has no code list; its codes come from the data: {1}.",
            "Ajoutez une ressource de rôle « codes » nommée « {0} ».",
            "أضيفوا موردًا دوره «codes» باسم «{0}».",
            "Add a resource of role “codes” called “{0}”."),
    TYPE_WRONG(
            ERROR,
            "« {0} » n'est pas du type « {1} ».",
            "«{0}» ليس من النوع «{1}».",
            "“{0}” is not of the type “{1}”.",
            "Corrigez la valeur, ou le type dans « schema ».",
            "صحّحوا القيمة، أو النوع في «schema».",
            "Correct the value, or the type in “schema”."),
    CONSTRAINT_BROKEN(
            ERROR,
            "« {0} » n'est pas permis ici : {1}.",
            "«{0}» غير مسموح به هنا: {1}.",
            "“{0}” is not allowed here: {1}.",
            "Corrigez la valeur, ou la contrainte dans « schema ».",
            "صحّحوا القيمة، أو القيد في «schema».",
            "Correct the value, or the constraint in “schema”."),
    ROWS_REFUSED(
            WARNING,
            "Lignes laissées de côté parce que le paquet les tolère : {0} ({1}).",
            "أسطر تُركت جانبًا لأن الحزمة تسمح بذلك: {0} ({1}).",
            "Rows left out because the package tolerates them: {0} ({1}).",
            "Corrigez ces lignes pour une prochaine édition.",
            "صحّحوا هذه الأسطر في طبعة لاحقة.",
            "Mend these rows for a later edition."),

    // Numbers and dates.
    NUMBER_MALFORMED(
            ERROR,
            "« {0} » n'est pas un nombre.",
            "«{0}» ليس عددًا.",
            "“{0}” is not a number.",
            "Écrivez le nombre sans unité ni signe %, ou déclarez la valeur dans « missingValues ».",
            "اكتبوا العدد دون وحدة ودون علامة %، أو صرّحوا بالقيمة في «missingValues».",
            "Write the number without unit or % sign, or declare the value in “missingValues”."),
    DECIMAL_MARK_WRONG(
            ERROR,
            "« {0} » n'a pas le signe décimal « {1} » du reste de la colonne.",
            "العلامة العشرية في «{0}» ليست «{1}» كما في بقية العمود.",
            "“{0}” does not have the decimal mark “{1}” of the rest of the column.",
            "Écrivez tous les nombres de la même façon, ou déclarez « decimalChar » et « groupChar ».",
            "اكتبوا كل الأعداد بالطريقة نفسها، أو صرّحوا بـ«decimalChar» و«groupChar».",
            "Write all numbers alike, or declare “decimalChar” and “groupChar”."),
    DECIMAL_MARK_AMBIGUOUS(
            ERROR,
            "Dans « {0} », le signe « {1} » peut être décimal ou séparer les milliers.",
            "العلامة «{1}» في «{0}» قد تكون عشرية وقد تفصل الآلاف.",
            "In “{0}” the sign “{1}” may be decimal or separate thousands.",
            "Déclarez « decimalChar » ou « groupChar » dans « dialect ».",
            "صرّحوا بـ«decimalChar» أو «groupChar» في «dialect».",
            "Declare “decimalChar” or “groupChar” in “dialect”."),
    NUMBERS_SHORTENED(
            INFO,
            "Nombres arrondis à 15 chiffres significatifs : {0}.",
            "أعداد قُرِّبت إلى 15 رقمًا معنويًا: {0}.",
            "Numbers rounded to 15 significant digits: {0}.",
            "Rien ; aucun recensement n'est si précis.",
            "لا شيء؛ لا يبلغ أي إحصاء هذه الدقة.",
            "Nothing; no census is that precise."),
    DATE_MALFORMED(
            ERROR,
            "« {0} » n'est pas une date qui existe.",
            "«{0}» ليس تاريخًا موجودًا.",
            "“{0}” is not a date that exists.",
            "Écrivez la date comme 2024-05-17.",
            "اكتبوا التاريخ على شكل 2024-05-17.",
            "Write the date as 2024-05-17."),
    PERIOD_MALFORMED(
            ERROR,
            "« {0} » n'est pas une période.",
            "«{0}» ليست فترة.",
            "“{0}” is not a period.",
            "Par exemple : 2024, 2024-S1, 2024-Q1, 2024-05, 2024-05-17, 2016-03--2016-12.",
            "مثلاً: 2024 أو 2024-S1 أو 2024-Q1 أو 2024-05 أو 2024-05-17 أو 2016-03--2016-12.",
            "For example: 2024, 2024-S1, 2024-Q1, 2024-05, 2024-05-17, 2016-03--2016-12."),

    // Areas and places.
    AREA_UNKNOWN(
            ERROR,
            "Personne ne connaît le territoire « {0} ».",
            "المجال الترابي «{0}» غير معروف.",
            "Nobody knows the area “{0}”.",
            "Territoires les plus proches : {1}. Ajoutez-le dans une ressource de rôle « areas ».",
            "أقرب المجالات: {1}. أضيفوه في مورد دوره «areas».",
            "Nearest areas: {1}. Add it in a resource of role “areas”."),
    PARENT_UNKNOWN(
            ERROR,
            "« {0} » est dit dans « {1} », que personne ne connaît.",
            "قيل إن «{0}» ضمن «{1}»، وهو غير معروف.",
            "“{0}” is said to lie within “{1}”, which nobody knows.",
            "Territoires les plus proches : {2}.",
            "أقرب المجالات: {2}.",
            "Nearest areas: {2}."),
    AREA_CYCLE(
            ERROR,
            "« {0} » finirait par être contenu dans lui-même.",
            "يصبح «{0}» محتوى في نفسه.",
            "“{0}” would end up within itself.",
            "Corrigez « within ».",
            "صحّحوا «within».",
            "Mend “within”."),
    AREA_DIFFERS(
            WARNING,
            "« {0} » est déjà connu comme {1}, et non comme {2} ; la première déclaration reste.",
            "«{0}» معروف من قبل بوصفه {1} لا {2}؛ ويبقى التصريح الأول.",
            "“{0}” is already known as {1}, not as {2}; the first statement stands.",
            "Rien, ou une ressource « changes » si le territoire a vraiment changé.",
            "لا شيء، أو مورد دوره «changes» إن تغيّر المجال فعلاً.",
            "Nothing, or a resource of role “changes” if the area has really changed."),
    AREA_OF_OTHER_LEVEL(
            WARNING,
            "« {0} » est du niveau « {1} », et non « {2} » comme la ressource le dit.",
            "مستوى «{0}» هو «{1}» لا «{2}» كما يقول المورد.",
            "“{0}” is of level “{1}”, not “{2}” as the resource says.",
            "Corrigez « area.level » ou retirez-le.",
            "صحّحوا «area.level» أو احذفوه.",
            "Correct “area.level” or remove it."),
    LEVEL_MISSING(
            ERROR,
            "Le niveau de « {0} » n'est dit nulle part.",
            "مستوى «{0}» غير مذكور في أي مكان.",
            "The level of “{0}” is said nowhere.",
            "Ajoutez « level » (region, town, commune, arrondissement, quartier, …).",
            "أضيفوا «level» ‏(region أو town أو commune أو arrondissement أو quartier …).",
            "Add “level” (region, town, commune, arrondissement, quartier, …)."),
    LEVEL_UNKNOWN(
            WARNING,
            "Le niveau « {0} » n'est pas dans la liste commune ; il sera montré par son code.",
            "المستوى «{0}» ليس في القائمة المشتركة؛ سيُعرض برمزه.",
            "The level “{0}” is not in the shared list; it will be shown by its code.",
            "Niveaux les plus proches : {1}. Ou donnez-lui un nom dans une ressource « codes » nommée « level ».",
            "أقرب المستويات: {1}. أو سمّوه في مورد دوره «codes» باسم «level».",
            "Nearest levels: {1}. Or name it in a resource of role “codes” called “level”."),
    VERSION_NOT_LATER(
            ERROR,
            "La nouvelle version de « {0} » commence le {1}, et non après celle du {2}.",
            "تبدأ النسخة الجديدة من «{0}» في {1}، وليس بعد نسخة {2}.",
            "The new version of “{0}” begins on {1}, not after that of {2}.",
            "Donnez à « validFrom » une date postérieure, ou la même pour compléter la version connue.",
            "اجعلوا «validFrom» تاريخًا لاحقًا، أو التاريخ نفسه لإتمام النسخة المعروفة.",
            "Give “validFrom” a later date, or the same one to complete the known version."),
    VERSION_UNEXPLAINED(
            ERROR,
            "La nouvelle version de « {0} » au {1} n'a pas de ligne « changes ».",
            "النسخة الجديدة من «{0}» بتاريخ {1} بلا سطر في «changes».",
            "The new version of “{0}” from {1} has no row in “changes”.",
            "Ajoutez une ressource de rôle « changes » qui dit ce qui a changé à cette date.",
            "أضيفوا موردًا دوره «changes» يبيّن ما تغيّر في ذلك التاريخ.",
            "Add a resource of role “changes” that says what changed on that day."),
    VALIDITY_REVERSED(
            ERROR,
            "« {0} » finirait avant de commencer ({1}).",
            "ينتهي «{0}» قبل أن يبدأ ({1}).",
            "“{0}” would end before it begins ({1}).",
            "Corrigez « validFrom » ou « validTo ».",
            "صحّحوا «validFrom» أو «validTo».",
            "Correct “validFrom” or “validTo”."),
    WEIGHT_OUTSIDE(
            ERROR,
            "Le poids « {0} » n'est pas entre 0 et 1.",
            "الوزن «{0}» ليس بين 0 و1.",
            "The weight “{0}” is not between 0 and 1.",
            "Donnez la part des chiffres de l'ancien territoire qui passe au nouveau.",
            "اكتبوا حصة أرقام المجال القديم التي تنتقل إلى الجديد.",
            "Give the share of the old area's figures that moves to the new one."),
    AREA_WITHOUT_OUTLINE(
            WARNING,
            "Territoires sans contour du niveau « {1} » : {0} (par exemple {2}).",
            "مجالات بلا حدود مرسومة في المستوى «{1}»: {0} (مثلاً {2}).",
            "Areas without outline of level “{1}”: {0} (for example {2}).",
            "Ajoutez leurs contours ; sans eux ils ne sont pas sur la carte.",
            "أضيفوا حدودها؛ فبدونها لا تظهر على الخريطة.",
            "Add their outlines; without them they are not on the map."),
    OUTLINE_REPAIRED(
            WARNING,
            "Le contour de « {0} » a dû être réparé : {1}.",
            "اقتضى الأمر إصلاح حدود «{0}»: {1}.",
            "The outline of “{0}” had to be repaired: {1}.",
            "Vérifiez-le sur la carte ; corrigez-le dans le fichier.",
            "تحقّقوا منها على الخريطة وصحّحوها في الملف.",
            "Check it on the map; mend it in the file."),
    OUTLINE_TWICE(
            WARNING,
            "« {0} » a déjà un contour pour la même version ; le premier reste.",
            "لـ«{0}» حدود مرسومة من قبل للنسخة نفسها؛ وتبقى الأولى.",
            "“{0}” already has an outline for the same version; the first one stands.",
            "Gardez un seul contour, ou datez-les par « validFrom ».",
            "احتفظوا بحدود واحدة، أو أرّخوها بواسطة «validFrom».",
            "Keep one outline, or date them with “validFrom”."),
    OUTLINE_UNUSABLE(
            ERROR,
            "Le contour de « {0} » n'est pas une surface ({1}).",
            "حدود «{0}» ليست مساحة ({1}).",
            "The outline of “{0}” is not a surface ({1}).",
            "Donnez un polygone ou un multipolygone.",
            "قدّموا مضلعًا أو عدة مضلعات.",
            "Give a polygon or multipolygon."),
    OUTSIDE_WORLD(
            ERROR,
            "Les coordonnées {0} ne sont pas sur la Terre.",
            "الإحداثيات {0} ليست على الأرض.",
            "The coordinates {0} are not on Earth.",
            "Déclarez le système de coordonnées du fichier, par exemple « crs: EPSG:26191 ».",
            "صرّحوا بنظام إحداثيات الملف، مثلاً «crs: EPSG:26191».",
            "Declare the file's reference system, for example “crs: EPSG:26191”."),
    GEOMETRY_MALFORMED(
            ERROR,
            "La géométrie est mal formée : {0}",
            "الشكل الهندسي غير سليم: {0}",
            "The geometry is malformed: {0}",
            "Corrigez ou exportez à nouveau cet objet.",
            "صحّحوا هذا العنصر أو أعيدوا تصديره.",
            "Mend this feature or export it again."),
    GEOMETRY_WITHOUT_CRS(
            ERROR,
            "Le fichier ne dit pas dans quel système sont ses coordonnées.",
            "لا يذكر الملف نظام إحداثياته.",
            "The file does not say in which reference system its coordinates are.",
            "Ajoutez le fichier .prj, ou « crs: EPSG:… » à la ressource.",
            "أضيفوا ملف ‎.prj أو «crs: EPSG:…» إلى المورد.",
            "Add the .prj file, or “crs: EPSG:…” to the resource."),
    CRS_UNKNOWN(
            ERROR,
            "Le système de coordonnées « {0} » est inconnu.",
            "نظام الإحداثيات «{0}» غير معروف.",
            "The reference system “{0}” is not known.",
            "Donnez un code EPSG, par exemple « crs: EPSG:26191 ».",
            "اكتبوا رمز EPSG، مثلاً «crs: EPSG:26191».",
            "Give an EPSG code, for example “crs: EPSG:26191”."),
    OUTLINES_OVERLAP(
            WARNING,
            "« {0} » et « {1} » se recouvrent sur {2} m².",
            "يتداخل «{0}» و«{1}» على مساحة {2} م².",
            "“{0}” and “{1}” overlap on {2} m².",
            "Corrigez les contours si les deux territoires ne doivent pas se recouvrir.",
            "صحّحوا الحدود إن كان لا ينبغي لهما أن يتداخلا.",
            "Mend the outlines if the two areas should not overlap."),
    OUTLINES_GAP(
            WARNING,
            "Il y a un vide de {1} m² entre les territoires du niveau « {0} », près de {2}.",
            "هناك فراغ مساحته {1} م² بين مجالات المستوى «{0}» قرب {2}.",
            "There is a gap of {1} m² between the areas of level “{0}”, near {2}.",
            "Corrigez les contours si les territoires doivent se toucher.",
            "صحّحوا الحدود إن كان ينبغي للمجالات أن تتلامس.",
            "Mend the outlines if the areas should touch."),
    POINT_OUTSIDE(
            WARNING,
            "« {0} » est en dehors de tous les territoires connus.",
            "يقع «{0}» خارج كل المجالات المعروفة.",
            "“{0}” lies outside every known area.",
            "Vérifiez ses coordonnées.",
            "تحقّقوا من إحداثياته.",
            "Check its coordinates."),
    PLACE_WITHOUT_LOCATION(
            WARNING,
            "Lieux sans position : {0} (par exemple {1}).",
            "أماكن بلا موقع: {0} (مثلاً {1}).",
            "Places without location: {0} (for example {1}).",
            "Donnez leurs coordonnées ; sans elles ils ne sont pas sur la carte.",
            "أعطوا إحداثياتها؛ فبدونها لا تظهر على الخريطة.",
            "Give their coordinates; without them they are not on the map."),

    // Observations. No warning or info of these may carry the value of a cell: the gate may withhold it afterwards.
    TWO_VALUES(
            ERROR,
            "Deux lignes donnent des valeurs différentes pour la même cellule ({0}) : {1} et {2}.",
            "يعطي سطران قيمتين مختلفتين للخلية نفسها ({0}): {1} و{2}.",
            "Two rows give different values for the same cell ({0}): {1} and {2}.",
            "Gardez la bonne ligne.",
            "احتفظوا بالسطر الصحيح.",
            "Keep the right row."),
    DUPLICATE_ROWS(
            WARNING,
            "Cellules qui viennent plusieurs fois avec la même valeur : {0} ; lignes en trop : {1}. Chaque cellule est prise une fois.",
            "خلايا تكرّرت بالقيمة نفسها: {0}؛ الأسطر الزائدة: {1}. احتُسبت كل خلية مرة واحدة.",
            "Cells that come several times with the same value: {0}; surplus rows: {1}. Each cell is taken once.",
            "Retirez les lignes répétées du fichier.",
            "احذفوا الأسطر المكررة من الملف.",
            "Remove the repeated rows from the file."),
    VALUES_MISSING(
            INFO,
            "Cellules sans valeur : {0}. Elles sont publiées comme manquantes.",
            "خلايا بلا قيمة: {0}. تُنشر بوصفها ناقصة.",
            "Cells without value: {0}. They are published as missing.",
            "Rien, si la source ne donne pas de valeur.",
            "لا شيء، إن لم يعطِ المصدر قيمة.",
            "Nothing, if the source gives none."),
    VALUE_CONTRADICTS_STATUS(
            ERROR,
            "La ligne a une valeur bien que son statut la dise manquante.",
            "في السطر قيمة مع أن حالته تقول إنها ناقصة.",
            "The row has a value although its status says that it is missing.",
            "Retirez la valeur, ou corrigez le statut.",
            "احذفوا القيمة أو صحّحوا الحالة.",
            "Remove the value, or correct the status."),
    PERCENT_OUTSIDE(
            ERROR,
            "« {0} » n'est pas un pourcentage entre 0 et 100.",
            "«{0}» ليست نسبة مئوية بين 0 و100.",
            "“{0}” is not a percentage between 0 and 100.",
            "Corrigez la valeur, ou l'unité de l'indicateur.",
            "صحّحوا القيمة أو وحدة المؤشر.",
            "Correct the value, or the unit of the indicator."),
    COUNT_NEGATIVE(
            ERROR,
            "« {0} » est un effectif négatif.",
            "«{0}» عدد سالب لا يصلح للعدّ.",
            "“{0}” is a negative count.",
            "Corrigez la valeur.",
            "صحّحوا القيمة.",
            "Correct the value."),
    UNCERTAINTY_IMPOSSIBLE(
            ERROR,
            "L'incertitude est impossible : {0}.",
            "هامش الخطأ غير ممكن: {0}.",
            "The uncertainty is impossible: {0}.",
            "L'erreur type et l'effectif ne sont pas négatifs ; la valeur est entre ses bornes.",
            "الخطأ المعياري وحجم العينة غير سالبين، والقيمة بين حدّيها.",
            "Standard error and sample size are not negative; the value lies between its bounds.");

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");

    private final Severity severity;
    private final Multilingual sentence;
    private final Multilingual remedy;

    FindingRule(
            Severity severity,
            String french,
            String arabic,
            String english,
            String frenchRemedy,
            String arabicRemedy,
            String englishRemedy) {
        this.severity = severity;
        this.sentence = Multilingual.of(french, arabic, english);
        this.remedy = Multilingual.of(frenchRemedy, arabicRemedy, englishRemedy);
    }

    /** The stable code of the rule, such as {@code duplicate-rows}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    String sentence(Language language, List<String> arguments) {
        return fill(sentence.orCode(language, code()), arguments, language);
    }

    String remedy(Language language, List<String> arguments) {
        return fill(remedy.orCode(language, code()), arguments, language);
    }

    /**
     * Fills in one pass, so that an argument that looks like a place for another one stays as it is. In Arabic each
     * argument is isolated (Unicode TR 9 §2.4), or codes and numbers would pull the words around them out of order.
     */
    private static String fill(String template, List<String> arguments, Language language) {
        return ARGUMENT.matcher(template).replaceAll(found -> {
            int index = Integer.parseInt(found.group(1));
            var argument = index < arguments.size() ? arguments.get(index) : found.group();
            return Matcher.quoteReplacement(language.rightToLeft() ? '\u2068' + argument + '\u2069' : argument);
        });
    }
}
