SELECT area
FROM cell_area
WHERE edition = ?
ORDER BY number
