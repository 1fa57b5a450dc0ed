SELECT a.area, c.value
FROM cell c
JOIN cell_run r ON r.edition = c.edition AND r.run = c.run
JOIN cell_area a ON a.edition = c.edition AND a.number = c.area
JOIN area n ON n.edition = c.edition AND n.code = a.area
WHERE r.indicator = 'taux-d-analphabetisme-des-15-ans-et-plus' AND r.breakdown = 'sex=F'
  AND n.level = 'commune' AND c.value IS NOT NULL
