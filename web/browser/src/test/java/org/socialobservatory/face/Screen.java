package org.socialobservatory.face;

/** A screen on which the pages are read, in CSS pixels. */
record Screen(int width, int height) {

    static final Screen PHONE = new Screen(360, 740);
    static final Screen TABLET = new Screen(768, 1024);
    static final Screen LAPTOP = new Screen(1280, 800);
    /** What is left of the laptop's when its reader enlarges the page to 200 %. */
    static final Screen LAPTOP_AT_TWICE_THE_SIZE = new Screen(640, 400);

    static final Screen PROJECTOR = new Screen(1920, 1080);
    static final Screen OLD_PROJECTOR = new Screen(1280, 720);
}
