package org.socialobservatory.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.Visitor;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ApiProblem.Withdrawn;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Doors
@Import(ProblemsTest.Failing.class)
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {

    private static final String PROBLEM = "application/problem+json";

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    /** Doors that fail in every way. */
    @TestConfiguration
    @RestController
    static class Failing {

        @GetMapping("/failing/parameter")
        String parameter() {
            throw BadParameter.unknown(
                    ProblemRule.UNKNOWN_INDICATOR, "indicator", "iliteracy", List.of("illiteracy", "households"));
        }

        @GetMapping("/failing/withdrawn")
        String withdrawn() {
            throw new Withdrawn("double counting <b>");
        }

        @GetMapping("/failing/unexpected")
        String unexpected() {
            throw new IllegalStateException("SELECT secret FROM internals");
        }

        @GetMapping("/failing/error")
        String error() {
            throw new AssertionError("an internal claim");
        }

        @GetMapping(path = "/failing/number", produces = "text/plain")
        String number(@RequestParam int n) {
            return "n = " + n;
        }

        @PostMapping("/failing/post")
        String post() {
            return "";
        }
    }

    @Test
    void aRefusedParameterNamesRuleValueAndWhatIsAllowed() {
        var answer = visitor.get("/failing/parameter?lang=en");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo(PROBLEM);
        var problem = answer.json();
        assertThat(problem.get("type").stringValue()).endsWith("/problem/unknown-indicator");
        assertThat(problem.get("title").stringValue()).isEqualTo("Unknown indicator");
        assertThat(problem.get("status").intValue()).isEqualTo(400);
        assertThat(problem.get("detail").stringValue()).isEqualTo("No indicator has the code “iliteracy”.");
        assertThat(problem.get("rule").stringValue()).isEqualTo("unknown-indicator");
        assertThat(problem.get("parameter").stringValue()).isEqualTo("indicator");
        assertThat(problem.get("value").stringValue()).isEqualTo("iliteracy");
        assertThat(problem.get("allowed").get(0).stringValue()).isEqualTo("illiteracy");
        assertThat(problem.has("id")).isFalse();
    }

    @Test
    void speaksTheLanguageOfTheReader() {
        assertThat(visitor.get("/failing/parameter").json().get("title").stringValue())
                .isEqualTo("Indicateur inconnu");
        assertThat(visitor.get("/failing/parameter", "Accept-Language", "ar-MA, fr;q=0.5")
                        .json()
                        .get("title")
                        .stringValue())
                .isEqualTo("مؤشر غير معروف");
        assertThat(visitor.get("/failing/parameter", "Accept-Language", "ar", "Cookie", "lang=en")
                        .json()
                        .get("title")
                        .stringValue())
                .isEqualTo("Unknown indicator");
    }

    @Test
    void anUnexpectedFailureIsLoggedOnceAndTellsNothingOfItself(CapturedOutput output) {
        for (var path : List.of("/failing/unexpected", "/failing/error")) {
            var answer = visitor.get(path);
            assertThat(answer.status()).isEqualTo(500);
            var id = answer.json().get("id").stringValue();
            assertThat(answer.body()).doesNotContain("secret", "claim", "Exception", "org.");
            assertThat(output.getAll().split(id, -1)).hasSize(2);
        }
        assertThat(output.getAll().split("SELECT secret FROM internals", -1)).hasSize(2);
    }

    @Test
    void aBrowserGetsAPageWithTheSameWords() {
        var answer = visitor.get("/failing/withdrawn?lang=en", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body())
                .contains("Edition withdrawn", "double counting &lt;b&gt;")
                .doesNotContain("<b>");
    }

    @Test
    void whoAsksForJsonGetsJson() {
        assertThat(visitor.get("/failing/withdrawn?f=json", "Accept", "text/html")
                        .header("Content-Type"))
                .isEqualTo(PROBLEM);
        assertThat(visitor.get("/failing/withdrawn", "Accept", "text/html;q=0.5, application/json")
                        .header("Content-Type"))
                .isEqualTo(PROBLEM);
    }

    @Test
    void theFailuresOfTheFrameworkAreProblemsToo() {
        assertProblem(visitor.get("/nowhere/%3Cscript%3E"), 404, "no-such-page");
        var method = visitor.get("/failing/post");
        assertProblem(method, 405, "method-not-allowed");
        assertThat(method.header("Allow")).isEqualTo("POST");
        assertProblem(visitor.get("/failing/number"), 400, "missing-parameter");
        assertProblem(visitor.get("/failing/number?n=x"), 400, "malformed-value");
        assertProblem(visitor.get("/error"), 404, "no-such-page");
        assertProblem(visitor.get("/failing/number?n=1", "Accept", "image/png"), 406, "not-acceptable");
    }

    private static void assertProblem(Visitor.Answer answer, int status, String rule) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo(PROBLEM);
        assertThat(answer.json().get("rule").stringValue()).isEqualTo(rule);
        assertThat(answer.json().get("status").intValue()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1",
                "GET /failing/number?n=%zz HTTP/1.1",
                "GET /failing/number?n=%00 HTTP/1.1",
                "GET /a%00b HTTP/1.1",
                "GET /%c3%28 HTTP/1.1",
                "GET /a|b HTTP/1.1",
                "GET /a\u0000b HTTP/1.1",
                "GET /a%2fb HTTP/1.1",
                "GET /../../etc/passwd HTTP/1.1",
                "GET no-slash HTTP/1.1",
                "BREW / HTTP/1.1",
                "GET / HTTP/7.0",
                "GET / HTTP/1.1\r\nTransfer-Encoding: smoke",
                "GET / HTTP/1.1\r\nContent-Length: -1",
                "GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2",
                "TRACE / HTTP/1.1",
                "nonsense",
            })
    void aBrokenRequestIsRefusedWithoutAWordAboutTheServer(String line, CapturedOutput log) {
        var answer = visitor.raw(line);
        assertThat(answer).matches("(?s)HTTP/1\\.1 4\\d\\d .*");
        assertThat(answer).doesNotContainIgnoringCase("tomcat", "exception", "at org.", "<html");
        assertThat(log.getAll()).doesNotContain(" ERROR ");
    }

    @Test
    void anOverLongAddressIsRefused() {
        var answer = visitor.raw("GET /?q=" + "a".repeat(100_000) + " HTTP/1.1");
        assertThat(answer).matches("(?s)HTTP/1\\.1 4(00|14|31) .*");
        assertThat(answer).doesNotContainIgnoringCase("tomcat", "exception", "<html");
    }
}
