package org.socialobservatory.ingest.describe;

import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;

/** What a draft asks its reader to look at. */
enum Hint {
    CHECK("à vérifier", "للتحقّق", "to check"),
    TITLE(
            "à vérifier : le titre, dans les trois langues",
            "للتحقّق: العنوان باللغات الثلاث",
            "to check: the title, in three languages"),
    LICENSE("à vérifier : la licence", "للتحقّق: الرخصة", "to check: the licence"),
    SOURCES("à vérifier : qui a produit ces données", "للتحقّق: من أنتج هذه البيانات", "to check: who made these data"),
    SOURCE(
            "à vérifier : exhaustive, sample ou model",
            "للتحقّق: exhaustive أو sample أو model",
            "to check: exhaustive, sample or model"),
    DISCLOSURE(
            "already-public si ces chiffres sont déjà publiés (avec « sources »)",
            "already-public إن كانت هذه الأرقام منشورة من قبل (مع «sources»)",
            "already-public if these figures are published already (with “sources”)"),
    REASON(
            "à changer à chaque édition : tout lecteur le verra",
            "يُغيَّر مع كل إصدار: يراه كل القراء",
            "to change for each edition: every reader will see it"),
    KIND(
            "à vérifier : proportion, mean, ratio, total, count ou index",
            "للتحقّق: proportion أو mean أو ratio أو total أو count أو index",
            "to check: proportion, mean, ratio, total, count or index"),
    PERIOD("à vérifier : la période", "للتحقّق: الفترة", "to check: the period"),
    LEVEL("à vérifier : le niveau", "للتحقّق: المستوى", "to check: the level"),
    WITHIN(
            "à vérifier : le territoire qui les contient",
            "للتحقّق: المجال الذي يضمّها",
            "to check: the area that holds them"),
    CODES(
            "à vérifier : des codes officiels valent mieux que ceux-ci, faits des noms",
            "للتحقّق: الرموز الرسمية أفضل من هذه المشتقّة من الأسماء",
            "to check: official codes are better than these, made of the names"),
    CRS(
            "à vérifier : le fichier ne dit pas son système de coordonnées",
            "للتحقّق: لا يذكر الملف نظام إحداثياته",
            "to check: the file does not say its reference system"),
    DEFINITIONS(
            "à vérifier : enregistrez les lignes ci-dessous sous ce nom, sans « # », après avoir vu libellé, unité et nature",
            "للتحقّق: احفظوا الأسطر التالية بهذا الاسم دون «#» بعد مراجعة التسمية والوحدة والطبيعة",
            "to check: save the lines below under this name, without “#”, once label, unit and kind are right"),
    MEASURE("à vérifier : le code de l’indicateur", "للتحقّق: رمز المؤشر", "to check: the code of the indicator"),
    UNKNOWN(
            "à vérifier : aucun rôle reconnu ; voir « observatory describe --role »",
            "للتحقّق: لم يُتعرَّف على دور؛ انظروا «observatory describe --role»",
            "to check: no role recognised; see “observatory describe --role”");

    private final Multilingual text;

    Hint(String french, String arabic, String english) {
        this.text = Multilingual.of(french, arabic, english);
    }

    String in(Language language) {
        return text.orCode(language, name());
    }
}
