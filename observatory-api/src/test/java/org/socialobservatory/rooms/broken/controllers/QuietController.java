package org.socialobservatory.rooms.broken.controllers;

import org.springframework.web.bind.annotation.RestController;

/** Keeps to its room. */
@RestController
class QuietController {}
