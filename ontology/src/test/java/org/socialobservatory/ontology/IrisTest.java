package org.socialobservatory.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.ontology.cube.CellKey;

class IrisTest {

    private static final Iris IRIS = new Iris("https://observatoire.example/sale//");

    @Test
    void namesWhatAPackageDefinesUnderTheBase() {
        assertThat(IRIS.area("4441010")).isEqualTo("https://observatoire.example/sale/id/area/4441010");
        assertThat(IRIS.areaVersion("4441010", LocalDate.of(2015, 9, 1)))
                .isEqualTo("https://observatoire.example/sale/id/area/4441010/2015-09-01");
        assertThat(IRIS.edition("rgph", 2)).isEqualTo("https://observatoire.example/sale/id/edition/rgph/2");
        assertThat(IRIS.editionGraph("rgph", 2)).isEqualTo("https://observatoire.example/sale/graph/dataset/rgph/2");
    }

    @Test
    void namesAnObservationByItsCell() {
        assertThat(IRIS.observation("rgph", new CellKey("illiteracy-rate", "age=Y_GE15,sex=F", "2024", "sale")))
                .isEqualTo("https://observatoire.example/sale/id/observation/rgph/illiteracy-rate/sale/2024/"
                        + "age=Y_GE15,sex=F");
    }

    @Test
    void keepsOneIriForWhatAllShare() {
        assertThat(Iris.sharedIndicator("population"))
                .isEqualTo("https://w3id.org/social-observatory/indicator/population");
        assertThat(Iris.sharedCode("age", "_T")).isEqualTo("https://w3id.org/social-observatory/code/age/_T");
        assertThat(Iris.sharedScheme("age")).isEqualTo("https://w3id.org/social-observatory/code/age");
    }

    @Test
    void keepsTheIrisOfSdmxForSexAndStatus() {
        assertThat(Iris.sharedCode("sex", "F")).isEqualTo("http://purl.org/linked-data/sdmx/2009/code#sex-F");
        assertThat(Iris.sharedCode("status", "E")).isEqualTo("http://purl.org/linked-data/sdmx/2009/code#obsStatus-E");
        assertThat(Iris.sharedScheme("sex")).isEqualTo("http://purl.org/linked-data/sdmx/2009/code#sex");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "localhost:8080",
                "ftp://a",
                "http://",
                "http://a b",
                "http://a?q",
                "http://a#f",
                "http://<a>"
            })
    void refusesABaseThatNamesNothing(String base) {
        assertThatThrownBy(() -> new Iris(base)).isInstanceOf(IllegalArgumentException.class);
    }
}
