SELECT rule, resource, sheet, source_row, source_column, value, arguments
FROM finding
WHERE edition = ?
ORDER BY ordinal
