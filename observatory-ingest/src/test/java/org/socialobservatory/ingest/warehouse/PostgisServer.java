package org.socialobservatory.ingest.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * A PostgreSQL server with PostGIS of the distribution, made for the tests of one Java process in a temporary folder, on
 * a free port of the loopback interface, and gone with the process.
 */
public final class PostgisServer {

    private static final String USER = "observatory";
    private static final String ABSENT =
            "PostgreSQL with PostGIS is not installed: ./observatory test installs it (Debian: apt install postgis"
                    + " postgresql-15-postgis-3)";
    private static @Nullable PostgisServer running;

    private final Path programs;
    private final Path folder;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgisServer() throws IOException, InterruptedException {
        programs = programs();
        folder = Files.createTempDirectory("observatory-postgis");
        port = freePort();
        if (isRoot()) {
            var lookup = folder.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(folder, lookup.lookupPrincipalByName("postgres"));
        }
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::stop));
        run("initdb", "-D", data(), "-U", USER, "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        run("pg_ctl", "start", "-w", "-D", data(), "-l", folder.resolve("log").toString(), "-o", options());
        execute("postgres", "CREATE DATABASE template_postgis");
        execute("template_postgis", "CREATE EXTENSION postgis");
    }

    /** The server of this process, started at the first call. */
    public static synchronized PostgisServer start() {
        if (running == null) {
            try {
                running = new PostgisServer();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return running;
    }

    /** The address of a new, empty database with PostGIS. */
    public String newDatabase() {
        var name = "observatory_" + databases.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + name + " TEMPLATE template_postgis");
        return url(name);
    }

    public String username() {
        return USER;
    }

    /** The server trusts who comes over the loopback interface. */
    public String password() {
        return "";
    }

    /** Runs a statement in the database of an address. */
    public void executeAt(String url, String statement) {
        try (var connection = connect(url);
                var execution = connection.createStatement()) {
            execution.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String database, String statement) {
        executeAt(url(database), statement);
    }

    private static Connection connect(String url) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", USER);
        var connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("Not an address of PostgreSQL: " + url);
        }
        return connection;
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private String options() {
        return "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder
                + " -c fsync=off -c full_page_writes=off";
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The programs of the newest installed version that has PostGIS. */
    private static Path programs() throws IOException {
        var versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            throw new AssertionError(ABSENT);
        }
        try (var found = Files.list(versions)) {
            return found.filter(version -> Files.isExecutable(version.resolve("bin/initdb")))
                    .filter(version -> Files.exists(Path.of(
                            "/usr/share/postgresql", version.getFileName().toString(), "extension/postgis.control")))
                    .max(Comparator.comparingInt(
                            version -> Integer.parseInt(version.getFileName().toString())))
                    .map(version -> version.resolve("bin"))
                    .orElseThrow(() -> new AssertionError(ABSENT));
        }
    }

    /** PostgreSQL refuses to run as root; then it runs as the user that its package made. */
    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        var output = Files.createTempFile("observatory-" + program, ".log");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        var said = Files.readString(output);
        Files.delete(output);
        if (!ended || process.exitValue() != 0) {
            throw new IllegalStateException(program + " failed: " + said);
        }
    }

    private void stop() {
        try {
            run("pg_ctl", "stop", "-m", "immediate", "-D", data());
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException | IllegalStateException e) {
            System.getLogger(PostgisServer.class.getName())
                    .log(System.Logger.Level.WARNING, "Left behind: " + folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
