SELECT document
FROM meeting
WHERE edition = ?
ORDER BY ordinal
