CREATE VIEW answers AS
SELECT *
FROM read_csv(
    '{file}',
    auto_detect = false,
    header = false,
    delim = ',',
    quote = '"',
    escape = '"',
    new_line = '\r\n',
    nullstr = '',
    allow_quoted_nulls = false,
    columns = {
        '_row': 'INTEGER',
        '_unit': 'VARCHAR',
        '_parent': 'VARCHAR',
        '_household': 'VARCHAR',
        '_weight': 'DOUBLE',
        '_stratum': 'VARCHAR',
        '_cluster': 'VARCHAR',
        '_fpc': 'DOUBLE',
        '_area': 'VARCHAR',
        '_period': 'VARCHAR'{columns}
    }
);
