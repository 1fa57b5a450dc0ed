COPY cell
TO {file}
(FORMAT parquet, COMPRESSION zstd, KV_METADATA {form: {form}, definitions: {definitions}})
