SELECT i.label_fr, r.breakdown, c.value
FROM cell c
JOIN cell_run r ON r.edition = c.edition AND r.run = c.run
JOIN cell_area a ON a.edition = c.edition AND a.number = c.area
JOIN indicator i ON i.edition = c.edition AND i.code = r.indicator
WHERE a.area = '4441010' AND c.value IS NOT NULL
