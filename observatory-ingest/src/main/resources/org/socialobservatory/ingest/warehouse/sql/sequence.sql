SELECT COALESCE(MAX(sequence), 0)
FROM (
  SELECT sequence FROM edition
  UNION ALL
  SELECT sequence FROM withdrawal
) AS event
