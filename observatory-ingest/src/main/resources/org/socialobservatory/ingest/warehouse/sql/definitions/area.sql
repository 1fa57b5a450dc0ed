SELECT code, level, within, name_fr, name_ar, name_en
FROM area
WHERE edition = ?
ORDER BY ordinal
