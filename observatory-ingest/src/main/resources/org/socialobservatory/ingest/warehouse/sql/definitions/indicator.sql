SELECT code, label_fr, label_ar, label_en, definition_fr, definition_ar, definition_en, formula_fr, formula_ar, formula_en,
  universe_fr, universe_ar, universe_en, unit, kind, counts, direction, theme, sdg, target, same_as, close_to
FROM indicator
WHERE edition = ?
ORDER BY ordinal
