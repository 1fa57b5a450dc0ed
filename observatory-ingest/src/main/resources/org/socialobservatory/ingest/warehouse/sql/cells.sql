-- Words become numbers here: a text for each cell is ten times slower to fetch.
SELECT run, area, POSITION(status IN 'AEPWM') - 1 AS status, value,
  CASE reliability WHEN 'reliable' THEN 0 WHEN 'caution' THEN 1 WHEN 'unreliable' THEN 2 END AS reliability,
  resource, source_row,
  COALESCE(standard_error, lower_bound, upper_bound, sample_size, effective_sample_size, design_effect,
    degrees_of_freedom, denominator, parent_covariance) IS NOT NULL AS uncertain,
  standard_error, lower_bound, upper_bound, sample_size, effective_sample_size, design_effect, degrees_of_freedom,
  denominator, parent_covariance
FROM cell
WHERE edition = ?
ORDER BY run, area
