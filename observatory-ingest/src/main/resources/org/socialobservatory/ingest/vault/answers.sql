CREATE TABLE answers (
    _row INTEGER,
    _unit VARCHAR,
    _household VARCHAR,
    _weight DOUBLE,
    _stratum VARCHAR,
    _cluster VARCHAR,
    _fpc DOUBLE,
    _area VARCHAR,
    _period VARCHAR%s
);
