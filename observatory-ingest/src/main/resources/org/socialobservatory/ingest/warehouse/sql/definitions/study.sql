SELECT document
FROM study
WHERE edition = ?
ORDER BY ordinal
