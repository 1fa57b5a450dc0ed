package org.socialobservatory.api.page;

/** A thing to which a page links: its code and what the reader calls it. */
public record Named(String code, String name) {}
