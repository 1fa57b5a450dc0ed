SELECT from_area, to_area, changed_on, kind, weight
FROM territorial_change
WHERE edition = ?
ORDER BY ordinal
