package org.socialobservatory.ingest.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server that works on a folder, as {@code server.json} tells the commands beside it; for the owner of the folder
 * only.
 *
 * @param token who has it may give the server commands
 */
public record RunningServer(int port, long pid, String token) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Bytes of a token. */
    private static final int TOKEN_LENGTH = 32;
    /** Milliseconds that a connection on the same machine may take. */
    private static final int LONGEST_WAIT = 1000;

    /** This process as a server with a new token. */
    public static RunningServer here(int port) {
        var token = new byte[TOKEN_LENGTH];
        new SecureRandom().nextBytes(token);
        return new RunningServer(
                port, ProcessHandle.current().pid(), HexFormat.of().formatHex(token));
    }

    /** The server on a folder, if its process lives. */
    public static Optional<RunningServer> on(Path data) {
        try {
            var server = JSON.readValue(Files.readAllBytes(file(data)), RunningServer.class);
            return Optional.of(server).filter(RunningServer::isAlive);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isAlive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    /** Whether somebody listens where the server said; another process may have got its number after a crash. */
    public boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LONGEST_WAIT);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static Path file(Path data) {
        return data.resolve("server.json");
    }

    /** Tells the commands on this folder. */
    public void announce(Path data) {
        var unfinished = data.resolve("server.json.unfinished");
        try {
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, DataFolder.ownerOnly("rw-------"));
            Files.write(unfinished, JSON.writeValueAsBytes(this));
            Files.move(unfinished, file(data), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the announcement back, unless another server has announced itself since. */
    public void withdraw(Path data) {
        try {
            if (on(data).filter(this::equals).isPresent()) {
                Files.delete(file(data));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether somebody has the token, told in the same time whatever is wrong with it. */
    public boolean accepts(String offered) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "server " + pid + " on port " + port;
    }
}
