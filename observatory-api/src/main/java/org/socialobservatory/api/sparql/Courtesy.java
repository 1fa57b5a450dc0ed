package org.socialobservatory.api.sparql;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets threads that compute for minutes step back behind those that draw a map. Java's own priorities do nothing on
 * Linux; there {@code setpriority(2)} of the calling thread does, and needs no right.
 */
final class Courtesy {

    private static final Logger LOG = LoggerFactory.getLogger(Courtesy.class);
    /** {@code PRIO_PROCESS} and “this one”: under Linux a thread, elsewhere the whole process, where it is not called. */
    private static final int THIS_THREAD = 0;
    /** One part in ten where others want to compute, everything where nobody does. */
    private static final int NICE = 10;

    private static final Optional<MethodHandle> SET_PRIORITY = setPriority();

    private Courtesy() {}

    @SuppressWarnings("restricted") // asked before; without the permission nothing is called
    private static Optional<MethodHandle> setPriority() {
        if (!System.getProperty("os.name").equals("Linux")
                || !Courtesy.class.getModule().isNativeAccessEnabled()) {
            return Optional.empty();
        }
        var linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("setpriority")
                .map(address -> linker.downcallHandle(
                        address,
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT)));
    }

    /** The calling thread steps back for good. */
    static void ofThisThread() {
        SET_PRIORITY.ifPresent(call -> {
            try {
                int failed = (int) call.invokeExact(THIS_THREAD, THIS_THREAD, NICE);
                LOG.trace("Priority set: {}", failed == 0);
            } catch (Throwable refused) {
                LOG.debug("Queries run with the priority of all others", refused);
            }
        });
    }
}
