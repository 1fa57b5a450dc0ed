package org.socialobservatory.api.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page that is a list, and so also a table for {@code f=csv}. */
public interface Listing extends Page {

    /** The names of the columns, the same in all languages. */
    List<String> columns();

    /** A row for each thing of the list, a field for each column; null where there is nothing to say. */
    List<List<@Nullable String>> rows();
}
