SELECT value
FROM parquet_kv_metadata(?)
WHERE key = ?::BLOB
