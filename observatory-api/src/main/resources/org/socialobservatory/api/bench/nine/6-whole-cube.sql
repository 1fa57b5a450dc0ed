SELECT r.indicator, COUNT(c.value), AVG(c.value)
FROM cell c
JOIN cell_run r ON r.edition = c.edition AND r.run = c.run
WHERE c.value IS NOT NULL
GROUP BY r.indicator
