package org.socialobservatory.ingest.publish;

import java.util.OptionalLong;

/** Those who show what is published: the server of this process, or one beside it. */
public interface Readers {

    /** Nobody reads. */
    Readers NONE = new Readers() {
        @Override
        public void reload() {
            // There is nothing to bring up to date.
        }

        @Override
        public OptionalLong sequence() {
            return OptionalLong.empty();
        }
    };

    /** Brings every door up to the warehouse before it returns. */
    void reload();

    /** The sequence of what the doors show, if anybody shows anything. */
    OptionalLong sequence();
}
