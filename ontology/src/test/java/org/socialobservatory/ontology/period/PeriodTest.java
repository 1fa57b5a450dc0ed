package org.socialobservatory.ontology.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2024, 2024-01-01, 2024-12-31",
        "2024-S1, 2024-01-01, 2024-06-30",
        "2024-S2, 2024-07-01, 2024-12-31",
        "2024-Q1, 2024-01-01, 2024-03-31",
        "2024-Q4, 2024-10-01, 2024-12-31",
        "2024-02, 2024-02-01, 2024-02-29",
        "2023-02, 2023-02-01, 2023-02-28",
        "2024-05-17, 2024-05-17, 2024-05-17",
        "2016-03--2016-12, 2016-03-01, 2016-12-31",
        "2014--2024-Q1, 2014-01-01, 2024-03-31"
    })
    void isReadFromItsCode(String code, LocalDate first, LocalDate last) {
        assertThat(Period.parse(code)).contains(new Period(code, first, last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "24",
                "20240",
                "2024-13",
                "2024-00",
                "2024-5",
                "2023-02-29",
                "2024-02-30",
                "2024-S3",
                "2024-Q5",
                "2024-Q0",
                "2024-W12",
                "2024/05",
                "2024-05-17T00:00:00",
                "-2024",
                "0000",
                "٢٠٢٤",
                " 2024",
                "2024--",
                "--2024",
                "2024--2023",
                "2024-06--2024-05",
                "2024--2024-03",
                "2024-06--2024",
                "2014--2019--2024"
            })
    void refusesWhatIsNoPeriod(String code) {
        assertThat(Period.parse(code)).isEmpty();
        assertThatThrownBy(() -> Period.of(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void standsInOrderOfTime() {
        assertThat(Stream.of("2024", "2023", "2024-Q4", "2024-05", "2014--2024", "2024-S2")
                        .map(Period::of)
                        .sorted())
                .extracting(Period::code)
                .containsExactly("2023", "2024-05", "2014--2024", "2024", "2024-S2", "2024-Q4");
    }

    @Test
    void doesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> new Period("x", LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
