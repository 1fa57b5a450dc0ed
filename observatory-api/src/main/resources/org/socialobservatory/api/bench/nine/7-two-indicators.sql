SELECT a.area, c.value, d.value
FROM cell c
JOIN cell_run r ON r.edition = c.edition AND r.run = c.run
JOIN cell_run s ON s.edition = r.edition AND s.breakdown = r.breakdown AND s.period = r.period
JOIN cell d ON d.edition = c.edition AND d.run = s.run AND d.area = c.area
JOIN cell_area a ON a.edition = c.edition AND a.number = c.area
JOIN area n ON n.edition = c.edition AND n.code = a.area
WHERE r.indicator = 'taux-d-analphabetisme-des-15-ans-et-plus' AND r.breakdown = 'sex=F'
  AND s.indicator = 'taux-d-activite-des-15-ans-et-plus'
  AND n.level = 'commune' AND c.value IS NOT NULL AND d.value IS NOT NULL
