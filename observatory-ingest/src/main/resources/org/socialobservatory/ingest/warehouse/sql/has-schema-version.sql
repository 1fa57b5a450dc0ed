SELECT 1
FROM information_schema.tables
WHERE table_name = 'schema_version' AND table_schema = CURRENT_SCHEMA()
