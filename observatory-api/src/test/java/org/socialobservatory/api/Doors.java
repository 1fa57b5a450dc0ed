package org.socialobservatory.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Starts the program on a free port with the invented town of {@link Fixture} published. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Doors.FixturePublished.class)
public @interface Doors {

    /** The store of such a test; it may publish more. */
    @TestConfiguration
    class FixturePublished {
        @Bean
        @Primary
        FakeWarehouse fakeWarehouse() {
            var warehouse = new FakeWarehouse();
            warehouse.publish(Fixture.content(), List.of());
            return warehouse;
        }
    }
}
