package org.socialobservatory.api.admin;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.socialobservatory.ingest.cli.Console;
import org.socialobservatory.ingest.cli.ServerBeside.Line;
import org.socialobservatory.ingest.cli.Words;
import tools.jackson.databind.json.JsonMapper;

/** The console of somebody beside the server: lines of JSON, and answers that come by another request. */
final class StreamedConsole implements Console {

    /** How long a question waits for its answer, in minutes. */
    private static final int PATIENCE = 10;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OutputStream stream;
    private final BlockingQueue<Optional<Boolean>> answers = new SynchronousQueue<>();

    StreamedConsole(OutputStream stream) {
        this.stream = stream;
    }

    private synchronized void send(Line line) {
        try {
            stream.write(JSON.writeValueAsBytes(line));
            stream.write('\n');
            stream.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Who gave the command is gone", e);
        }
    }

    @Override
    public void say(String line) {
        send(Line.out(line));
    }

    @Override
    public void complain(String line) {
        send(Line.err(line));
    }

    void end(int status) {
        send(Line.status(status));
    }

    @Override
    public Bar progress(Words words) {
        return new Bar() {
            @Override
            public void enter(Stage stage) {
                send(Line.stage(stage));
            }

            @Override
            public void close() {
                // The other side closes its bar by itself.
            }
        };
    }

    @Override
    public Optional<Boolean> ask(String question) {
        send(Line.question(question));
        try {
            var answer = answers.poll(PATIENCE, TimeUnit.MINUTES);
            return answer == null ? Optional.of(false) : answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(false);
        }
    }

    /** Hands over the answer to the question that waits; false where none does. */
    boolean answer(Optional<Boolean> answer) {
        try {
            return answers.offer(answer, 1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
