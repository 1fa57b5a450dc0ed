SET threads = 1;
COPY (FROM read_csv(%s, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = %s, nullstr = ''))
TO %s (FORMAT parquet, COMPRESSION zstd)
