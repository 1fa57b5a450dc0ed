SELECT name, path, sha256, role, coverage, disclosure, source_rows
FROM source_resource
WHERE edition = ?
ORDER BY ordinal
