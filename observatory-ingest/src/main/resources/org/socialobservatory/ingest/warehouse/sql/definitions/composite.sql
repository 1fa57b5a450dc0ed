SELECT document
FROM composite
WHERE edition = ?
ORDER BY ordinal
