package org.socialobservatory.api.cube;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.ontology.cube.Numbers;

/** Fields of a cell as texts, empty where there is nothing. One list is used for all cells. */
final class TextFields implements ObservationRow.Fields {

    private final List<String> fields = new ArrayList<>();

    List<String> of(ObservationRow row, PublishedDataset dataset, int cell) {
        fields.clear();
        row.write(dataset, cell, this);
        return fields;
    }

    @Override
    public void text(String name, @Nullable String text) {
        fields.add(text == null ? "" : text);
    }

    @Override
    public void number(String name, @Nullable BigDecimal number) {
        fields.add(number == null ? "" : Numbers.text(number));
    }

    @Override
    public void flag(String name, boolean holds) {
        fields.add(Boolean.toString(holds));
    }
}
