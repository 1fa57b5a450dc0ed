package org.socialobservatory.ontology.reference;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test, or a class of tests, that reads the folder of other people's data ({@link ReferenceFolder}). Where the
 * folder is absent it is skipped; where it is present it is counted by name ({@link ReferenceTally}).
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Tag(ReferenceData.TAG)
@ExtendWith(ReferenceFolder.Condition.class)
public @interface ReferenceData {
    String TAG = "reference";
}
