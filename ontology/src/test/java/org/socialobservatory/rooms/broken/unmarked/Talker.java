package org.socialobservatory.rooms.broken.unmarked;

/** Lives in a package that says nothing, and speaks out of turn. */
public record Talker() {
    void talk() {
        System.out.println("…");
    }
}
