SELECT r.indicator, a.area, c.value
FROM cell c
JOIN cell_run r ON r.edition = c.edition AND r.run = c.run
JOIN cell_area a ON a.edition = c.edition AND a.number = c.area
WHERE c.value >= 1000000 AND c.value < 2000000
LIMIT 100
