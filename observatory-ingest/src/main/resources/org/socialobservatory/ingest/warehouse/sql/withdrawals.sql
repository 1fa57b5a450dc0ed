SELECT w.sequence, e.dataset, e.number, w.withdrawn_at, w.reason
FROM withdrawal w
JOIN edition e ON e.sequence = w.edition
ORDER BY w.sequence
