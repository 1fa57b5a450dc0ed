package org.socialobservatory.ingest.warehouse.sql;

import java.sql.Connection;
import java.sql.SQLException;
import org.socialobservatory.ingest.warehouse.Warehouse;

/**
 * A store that speaks SQL: its connections, its transactions and the little in which its dialect differs from the
 * others'. What differs as text is in the folder of the dialect, in files of the same names.
 */
public interface Database extends AutoCloseable {

    /** Reads what is committed. The work must not ask the store for another connection. */
    <T> T read(Work<T> work);

    /** Writes in one transaction, one writer at a time among all processes: all of the work is kept, or nothing. */
    <T> T write(Work<T> work);

    /** Rows for the bulk load of a table, within the transaction of the connection. */
    Rows rows(Connection connection, String table) throws SQLException;

    /** The name of the dialect, which is that of its folder of SQL files. */
    String dialect();

    /** Calls back, on a thread of the store's own, after each commit by anybody; until closed. */
    Warehouse.Subscription onChange(Runnable listener);

    @Override
    void close();

    /** Something done with a connection. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
