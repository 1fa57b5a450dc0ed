SELECT indicator, breakdown, period
FROM cell_run
WHERE edition = ?
ORDER BY run
