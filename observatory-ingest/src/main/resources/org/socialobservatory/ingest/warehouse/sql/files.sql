SELECT path, sha256
FROM package_file
WHERE edition = ?
ORDER BY ordinal
