package org.socialobservatory.api.http;

/**
 * Marks what the controller of a page takes as a parameter: its answer is made of the request's snapshot, and a language
 * chosen there stays chosen.
 */
public interface PageReader {}
