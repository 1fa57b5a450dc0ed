coalesce(bool_and(regexp_full_match({column}, '[+-]?(0|[1-9][0-9]{0,17})')), false),
coalesce(bool_and(regexp_full_match({column}, '[+-]?(0|[1-9][0-9]{0,17})([.][0-9]+)?([eE][+-]?[0-9]{1,2})?')), false)
