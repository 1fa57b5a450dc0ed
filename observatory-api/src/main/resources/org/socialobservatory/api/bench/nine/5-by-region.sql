WITH RECURSIVE below AS (
  SELECT code AS region, code, level
  FROM area
  WHERE level = 'region'
  UNION ALL
  SELECT b.region, n.code, n.level
  FROM area n
  JOIN below b ON n.within = b.code
)
SELECT b.region, COUNT(*), AVG(c.value), MIN(c.value), MAX(c.value)
FROM cell c
JOIN cell_run r ON r.edition = c.edition AND r.run = c.run
JOIN cell_area a ON a.edition = c.edition AND a.number = c.area
JOIN below b ON b.code = a.area
WHERE r.indicator = 'taux-d-analphabetisme-des-15-ans-et-plus' AND r.breakdown = '_T'
  AND b.level = 'commune' AND c.value IS NOT NULL
GROUP BY b.region
