-- The columns of the key, then those of the statement of the stores.
SELECT indicator, breakdown, period, area, POSITION(status IN 'AEPWM') - 1 AS status, value,
  CASE reliability WHEN 'reliable' THEN 0 WHEN 'caution' THEN 1 WHEN 'unreliable' THEN 2 END AS reliability,
  resource, source_row,
  COALESCE(standard_error, lower_bound, upper_bound, sample_size, effective_sample_size, design_effect,
    degrees_of_freedom, denominator, parent_covariance) IS NOT NULL AS uncertain,
  standard_error, lower_bound, upper_bound, sample_size, effective_sample_size, design_effect, degrees_of_freedom,
  denominator, parent_covariance
FROM read_parquet(?, file_row_number = true)
ORDER BY file_row_number
