package org.socialobservatory.api.page.about;

import java.util.List;
import org.socialobservatory.api.page.Page;
import org.socialobservatory.api.page.Provenance;

/**
 * The rules by which figures are shown.
 *
 * @param parts what is explained, in order
 */
public record MethodsPage(List<Part> parts, Provenance provenance) implements Page {

    /**
     * One rule.
     *
     * @param code its name in addresses
     */
    public record Part(String code, String title, String text) {}
}
