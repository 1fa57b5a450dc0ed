package org.socialobservatory.rooms.broken.controllers;

import org.springframework.web.bind.annotation.RestController;

/** Can be seen from everywhere. */
@RestController
public class LoudController {}
