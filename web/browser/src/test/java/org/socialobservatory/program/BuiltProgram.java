package org.socialobservatory.program;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as it was packaged, on a data folder of its own. */
public record BuiltProgram(Path data) {

    /** The packaged program; the build puts it there before these tests run. */
    private static final String JAR = System.getProperty("observatory.program", "");

    /** Runs a command to its end where nobody can answer a question. */
    public Run run(String... arguments) throws IOException, InterruptedException {
        var process = start(List.of(arguments));
        process.getOutputStream().close();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), printed);
    }

    /** Starts a server on a free port and returns once it says that it is ready. */
    public BuiltServer serve(String... arguments) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("serve", "--port", Integer.toString(freePort())));
        all.addAll(List.of(arguments));
        return BuiltServer.ready(start(all), data);
    }

    private Process start(List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-jar",
                JAR));
        command.addAll(arguments);
        command.addAll(List.of("--data", data.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LANG", "en_GB.UTF-8");
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** How a command ended. */
    public record Run(int status, String printed) {}
}
