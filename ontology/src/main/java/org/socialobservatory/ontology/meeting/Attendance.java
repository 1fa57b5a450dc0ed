package org.socialobservatory.ontology.meeting;

import java.util.Map;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.Term;

/**
 * How many persons of a sex and an age were at a meeting.
 *
 * @param sex {@code F}, {@code M} or {@code T}
 * @param age code of an age band, or {@code _T}
 * @param persons not negative
 * @param properties further columns of the table, as text
 */
@Term("obs:Attendance")
public record Attendance(String sex, String age, int persons, Map<String, String> properties) {

    public Attendance {
        sex = Codes.isTotal(sex) ? Codes.TOTAL_OF_SEX : Codes.require(sex);
        age = Codes.isTotal(age) ? Codes.TOTAL : Codes.require(age);
        Meeting.counted(persons);
        properties = Meeting.sorted(properties);
    }

    public Attendance(String sex, String age, int persons) {
        this(sex, age, persons, Map.of());
    }

    /** Whether it counts everybody. */
    public boolean isTotal() {
        return Codes.isTotal(sex) && Codes.isTotal(age);
    }
}
