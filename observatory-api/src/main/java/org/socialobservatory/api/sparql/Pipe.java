package org.socialobservatory.api.sparql;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.sparql.limits.LimitedRows;

/**
 * Brings an answer from the thread that computes it to the one that speaks with the reader. A slow reader holds the
 * writer up.
 */
final class Pipe extends OutputStream {

    private static final int CHUNK = 1 << 15;
    private static final int CHUNKS_ON_THE_WAY = 8;

    /** What arrives at the reader's end, in this order: a beginning, chunks, an end or a failure. */
    sealed interface Arrival {
        /** The answer has begun: from now on it is a success or a broken transfer. */
        record Begun(String contentType) implements Arrival {}

        @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
        record Chunk(byte[] bytes) implements Arrival {}

        record Ended() implements Arrival {}

        record Failed(Throwable reason) implements Arrival {}
    }

    private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(CHUNKS_ON_THE_WAY);
    private final byte[] chunk = new byte[CHUNK];
    private int filled;
    private long written;

    /** Says that the first row is there. */
    void begin(String contentType) throws InterruptedIOException {
        send(new Arrival.Begun(contentType));
    }

    @Override
    public void write(int letter) throws InterruptedIOException {
        if (filled == CHUNK) {
            flush();
        }
        chunk[filled++] = (byte) letter;
        written++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws InterruptedIOException {
        int taken = 0;
        while (taken < length) {
            if (filled == CHUNK) {
                sendChunk();
            }
            int part = Math.min(CHUNK - filled, length - taken);
            System.arraycopy(bytes, from + taken, chunk, filled, part);
            filled += part;
            taken += part;
        }
        written += length;
    }

    /** Bytes that came so far. */
    long written() {
        return written;
    }

    /** This end of the pipe for a writer who is stopped after so many bytes. */
    OutputStream upTo(long most) {
        return new FilterOutputStream(this) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (written > most) {
                    throw new LimitedRows.Exceeded();
                }
                out.write(bytes, from, length);
            }
        };
    }

    /** Chunks go when they are full; writers flush too often. */
    @Override
    public void flush() throws InterruptedIOException {
        if (filled == CHUNK) {
            sendChunk();
        }
    }

    private void sendChunk() throws InterruptedIOException {
        if (filled > 0) {
            send(new Arrival.Chunk(Arrays.copyOf(chunk, filled)));
            filled = 0;
        }
    }

    void end() throws InterruptedIOException {
        sendChunk();
        send(new Arrival.Ended());
    }

    /** Says that nothing more comes, whether or not anybody reads on. */
    void fail(Throwable reason) {
        while (!arrivals.offer(new Arrival.Failed(reason))) {
            arrivals.poll();
        }
    }

    private void send(Arrival arrival) throws InterruptedIOException {
        try {
            arrivals.put(arrival);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** The next arrival, null when none came in time. */
    @Nullable
    Arrival next(Duration patience) throws InterruptedException {
        return arrivals.poll(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
    }
}
