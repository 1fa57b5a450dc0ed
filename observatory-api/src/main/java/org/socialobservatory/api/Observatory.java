package org.socialobservatory.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. */
@SpringBootApplication
public class Observatory {

    public static void main(String[] arguments) {
        SpringApplication.run(Observatory.class, arguments);
    }
}
