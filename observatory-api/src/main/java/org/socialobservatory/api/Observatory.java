package org.socialobservatory.api;

import java.util.List;
import org.socialobservatory.api.bench.BenchCommand;
import org.socialobservatory.ingest.cli.Commands;
import org.socialobservatory.ingest.cli.LocalWorkplace;
import org.socialobservatory.ingest.cli.Terminal;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. */
@SpringBootApplication
public class Observatory {

    /** Carries out the command of the arguments; {@code serve} ends when the server does. */
    public static void main(String[] arguments) {
        var workplace =
                new LocalWorkplace(new Terminal(System.out, System.err), List.of(arguments), CommandEnvironment::open);
        var commands = new Commands(
                workplace,
                CommandEnvironment.version(),
                List.of(
                        new ServeCommand(),
                        new SheetsCommand(),
                        new VoicesCommand(),
                        new MeetingsCommand(),
                        new BenchCommand()));
        System.exit(commands.run(arguments));
    }
}
