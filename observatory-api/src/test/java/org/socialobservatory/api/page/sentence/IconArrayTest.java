package org.socialobservatory.api.page.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IconArrayTest {

    /** Moves to the place of each icon. */
    private static int icons(String path) {
        return path.length() - path.replace("M", "").length();
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 24, 24", "3, 10, 120, 24", "9, 20, 120, 48", "17, 100, 300, 96"})
    void drawsAsManyAsThereAreAndFillsThePart(int part, int all, int width, int height) {
        var icons = IconArray.of(new OutOf(part, all, false), "woman");
        assertThat(icons(icons.dark())).isEqualTo(part);
        assertThat(icons(icons.light())).isEqualTo(all - part);
        assertThat(icons.width()).isEqualTo(width);
        assertThat(icons.height()).isEqualTo(height);
    }

    @ParameterizedTest
    @ValueSource(strings = {"person", "man", "woman", "youth", "child", "household"})
    void hasAShapeForEachWordOfWhoIsCounted(String noun) {
        assertThat(IconArray.of(new OutOf(1, 5, true), noun).wide()).isEqualTo("3.00em");
    }
}
