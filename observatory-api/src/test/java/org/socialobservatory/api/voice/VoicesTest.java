package org.socialobservatory.api.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.Visitor;
import org.socialobservatory.api.voice.Voices.Form;
import org.socialobservatory.api.voice.Voices.Refusal;
import org.socialobservatory.ontology.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@Doors
class VoicesTest {

    private static final String NAME = "0123456789abcdef";

    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private Voices voices;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry properties) {
        properties.add("observatory.data", data::toString);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.ISO_8859_1);
    }

    @Test
    void standsBesideItsSentenceUntilTheFiguresChange() throws IOException {
        var visitor = new Visitor(port);
        var page = visitor.get("/areas/q1/voices?f=json&lang=fr").json();
        var sentence = page.at("/readings/0/sentences/0");
        var name = Spoken.name(Language.FR, sentence.get("text").asString());
        assertThat(visitor.get("/areas/q1/voices", "Accept", "text/html").body())
                .contains(name);
        assertThat(visitor.get("/voices/" + name).status()).isEqualTo(404);
        assertThat(voices.add(file(name + ".mp3", "ID3 a voice"))).isEmpty();

        var heard = visitor.get("/voices/" + name);
        assertThat(heard.header("Content-Type")).isEqualTo("audio/mpeg");
        assertThat(heard.body()).isEqualTo("ID3 a voice");
        var part = visitor.get("/voices/" + name, "Range", "bytes=4-4");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("a");
        for (var door : new String[] {"/areas/q1", "/areas/q1/sheet", "/areas/q1/voices"}) {
            assertThat(visitor.get(door + "?lang=fr", "Accept", "text/html").body())
                    .contains("src=\"/voices/" + name + "\"");
        }
        assertThat(visitor.get("/areas/q1?lang=ar", "Accept", "text/html").body())
                .doesNotContain("/voices/" + name);
        assertThat(Spoken.name(Language.FR, "another sentence")).isNotEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"ID3x, MP3", "OggSx, OGG", "....ftypM4A , M4A", "RIFF....WAVEfmt , WAV", "'\u001aE\u00df\u00a3x', WEBM"
    })
    void isKnownByWhatItHoldsAndNotByItsEnding(String content, Form form) throws IOException {
        assertThat(voices.add(file(NAME + ".bin", content))).isEmpty();
        assertThat(voices.of(NAME).map(Voices.Recording::form)).contains(form);
    }

    @Test
    void hasOneRecordingOfASentence() throws IOException {
        assertThat(voices.add(file(NAME + ".mp3", "ID3 first"))).isEmpty();
        assertThat(voices.add(file(NAME + ".ogg", "OggS second"))).isEmpty();
        try (var kept = Files.list(data.resolve("voices"))) {
            assertThat(kept.filter(file -> file.getFileName().toString().startsWith(NAME)))
                    .hasSize(1);
        }
        assertThat(voices.of(NAME).map(Voices.Recording::form)).contains(Form.OGG);
    }

    @Test
    void refusesWhatIsNoRecordingOfASentence() throws IOException {
        assertThat(voices.add(file("../voice.mp3".substring(3), "ID3"))).contains(Refusal.NAME);
        assertThat(voices.add(file(NAME + "a.mp3", "ID3"))).contains(Refusal.NAME);
        assertThat(voices.add(file("fedcba9876543210.mp3", "<script>"))).contains(Refusal.NO_AUDIO);
        assertThat(voices.add(file("fedcba9876543210.ogg", ""))).contains(Refusal.NO_AUDIO);
        assertThat(voices.add(folder.resolve(NAME))).contains(Refusal.NO_FILE);
        var large = folder.resolve("aaaaaaaaaaaaaaaa.mp3");
        try (var channel = Files.newByteChannel(large, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.position(Voices.LARGEST);
            channel.write(ByteBuffer.wrap(new byte[1]));
        }
        assertThat(voices.add(large)).contains(Refusal.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({"..%2F..%2Fpasswd", "0123456789ABCDEF", "0123456789abcde", "fedcba9876543211"})
    void givesNoOtherFile(String name) {
        assertThat(new Visitor(port).get("/voices/" + name).status()).isIn(400, 404);
    }
}
