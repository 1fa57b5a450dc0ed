package org.socialobservatory.ingest.mapping.description;

import java.util.List;
import org.socialobservatory.ingest.mapping.tabulation.ComposedIndicator;

/** Indices of areas; the resource says what they are composed of and holds no figures itself. */
public record Composites(List<ComposedIndicator> indices) implements Meaning {
    public Composites {
        indices = List.copyOf(indices);
    }

    @Override
    public Role role() {
        return Role.COMPOSITES;
    }
}
