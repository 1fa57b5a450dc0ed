SELECT rule, cells
FROM gate_count
WHERE edition = ?
