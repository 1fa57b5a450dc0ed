SELECT r.indicator, r.breakdown, c.value, p.value
FROM area n
JOIN cell_area a ON a.edition = n.edition AND a.area = n.code
JOIN cell_area b ON b.edition = n.edition AND b.area = n.within
JOIN cell c ON c.edition = n.edition AND c.area = a.number
JOIN cell p ON p.edition = n.edition AND p.area = b.number AND p.run = c.run
JOIN cell_run r ON r.edition = c.edition AND r.run = c.run
WHERE n.code = '44410103' AND c.value IS NOT NULL AND p.value IS NOT NULL
