package org.socialobservatory.api.voice;

import java.util.List;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ProblemRule;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /voices/{name}}: a recording of a sentence, whole or the part that a player asks for. */
@RestController
class VoiceController {

    private final Voices voices;

    VoiceController(Voices voices) {
        this.voices = voices;
    }

    @GetMapping("/voices/{name}")
    ResponseEntity<Resource> play(@PathVariable String name) {
        var recording =
                voices.of(name).orElseThrow(() -> new NotFound(ProblemRule.NO_SUCH_PAGE, "/voices/" + name, List.of()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(recording.form().mediaType()))
                .body(new FileSystemResource(recording.file()));
    }
}
