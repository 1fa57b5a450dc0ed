SELECT e.number
FROM erasure x
JOIN edition e ON e.sequence = x.edition
WHERE x.published_as = ?
ORDER BY e.number
