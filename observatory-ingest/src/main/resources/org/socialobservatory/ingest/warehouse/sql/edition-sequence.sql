SELECT sequence
FROM edition
WHERE dataset = ? AND number = ?
