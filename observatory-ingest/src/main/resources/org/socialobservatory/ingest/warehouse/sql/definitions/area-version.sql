SELECT area, valid_from, valid_to, ST_AsWKB(outline) AS outline, drawn
FROM area_version
WHERE edition = ?
ORDER BY ordinal
