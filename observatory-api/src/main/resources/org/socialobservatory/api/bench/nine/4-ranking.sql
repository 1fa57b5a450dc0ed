WITH RECURSIVE below AS (
  SELECT code, level
  FROM area
  WHERE within = '4'
  UNION ALL
  SELECT n.code, n.level
  FROM area n
  JOIN below b ON n.within = b.code
)
SELECT a.area, c.value
FROM cell c
JOIN cell_run r ON r.edition = c.edition AND r.run = c.run
JOIN cell_area a ON a.edition = c.edition AND a.number = c.area
JOIN below b ON b.code = a.area
WHERE r.indicator = 'taux-d-analphabetisme-des-15-ans-et-plus' AND r.breakdown = '_T'
  AND b.level = 'commune' AND c.value IS NOT NULL
ORDER BY c.value DESC, a.area
