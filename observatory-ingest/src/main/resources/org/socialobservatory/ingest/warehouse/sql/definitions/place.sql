SELECT code, kind, name_fr, name_ar, name_en, within, ST_AsWKB(location) AS location, properties
FROM place
WHERE edition = ?
ORDER BY ordinal
