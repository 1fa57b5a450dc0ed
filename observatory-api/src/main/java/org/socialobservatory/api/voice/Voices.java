package org.socialobservatory.api.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Recordings of sentences, in a folder. A recording is named by {@link Spoken} of what it says, so that a sentence whose
 * figures have changed has none until somebody reads it again.
 */
@Component
public class Voices {

    /** Bytes of one recording: some minutes of speech. */
    static final long LARGEST = 8L << 20;

    private static final int LONGEST_SIGN = 12;

    /** A kind of audio that browsers play, and by what its files are known. */
    public enum Form {
        MP3("audio/mpeg", "(?s)(ID3|\\u00ff[\\u00e0-\\u00ff]).*"),
        OGG("audio/ogg", "(?s)OggS.*"),
        WEBM("audio/webm", "(?s)\\u001aE\\u00df\\u00a3.*"),
        M4A("audio/mp4", "(?s)....ftyp.*"),
        WAV("audio/wav", "(?s)RIFF....WAVE.*");

        private final String mediaType;
        private final Pattern sign;

        Form(String mediaType, String sign) {
            this.mediaType = mediaType;
            this.sign = Pattern.compile(sign);
        }

        public String mediaType() {
            return mediaType;
        }

        String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Form> of(Path file) throws IOException {
            try (var bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                var begin = new String(bytes.readNBytes(LONGEST_SIGN), StandardCharsets.ISO_8859_1);
                return Arrays.stream(values())
                        .filter(form -> form.sign.matcher(begin).matches())
                        .findFirst();
            }
        }
    }

    /** A recording that there is. */
    public record Recording(Path file, Form form) {}

    /** Why a file is not taken. */
    public enum Refusal {
        NO_FILE,
        NAME,
        TOO_LARGE,
        NO_AUDIO
    }

    private final Path folder;

    /** @param data the folder of the installation; theirs is made in it when the first recording comes */
    public Voices(@Value("${observatory.data:data}") Path data) {
        this.folder = data.resolve("voices");
    }

    public Optional<Recording> of(String name) {
        return Spoken.isName(name)
                ? Arrays.stream(Form.values())
                        .map(form -> new Recording(folder.resolve(name + form.ending()), form))
                        .filter(recording -> Files.isRegularFile(recording.file, LinkOption.NOFOLLOW_LINKS))
                        .findFirst()
                : Optional.empty();
    }

    public boolean has(String name) {
        return of(name).isPresent();
    }

    /**
     * Takes a recording in the place of the one that there may be.
     *
     * @param file called by the name of what it says, whatever its ending
     * @return why it was not taken; empty where it was
     */
    public Optional<Refusal> add(Path file) {
        try {
            var name = String.valueOf(file.getFileName()).replaceFirst("\\..*", "");
            if (!Files.isRegularFile(file)) {
                return Optional.of(Refusal.NO_FILE);
            }
            if (!Spoken.isName(name)) {
                return Optional.of(Refusal.NAME);
            }
            if (Files.size(file) > LARGEST) {
                return Optional.of(Refusal.TOO_LARGE);
            }
            var form = Form.of(file.toRealPath());
            if (form.isEmpty()) {
                return Optional.of(Refusal.NO_AUDIO);
            }
            Files.createDirectories(folder);
            var unfinished = folder.resolve(name + ".unfinished");
            Files.copy(file, unfinished, StandardCopyOption.REPLACE_EXISTING);
            var former = of(name);
            Files.move(unfinished, folder.resolve(name + form.get().ending()), StandardCopyOption.REPLACE_EXISTING);
            if (former.isPresent() && former.get().form != form.get()) {
                Files.deleteIfExists(former.get().file);
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
