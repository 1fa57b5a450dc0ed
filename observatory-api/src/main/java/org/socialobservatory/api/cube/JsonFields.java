package org.socialobservatory.api.cube;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Fields of a cell as members of a JSON object. */
public record JsonFields(JsonGenerator json) implements ObservationRow.Fields {

    @Override
    public void text(String name, @Nullable String text) {
        if (text == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }

    @Override
    public void number(String name, @Nullable BigDecimal number) {
        if (number == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, number);
        }
    }

    @Override
    public void flag(String name, boolean holds) {
        json.writeBooleanProperty(name, holds);
    }
}
