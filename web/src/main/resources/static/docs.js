// @ts-check
// The description of the doors, to read and to try: Swagger UI, which comes as a plain script.

const place = /** @type {HTMLElement} */ (document.getElementById("doors"));

/** @type {any} */ (globalThis).SwaggerUIBundle({
  url: place.dataset.description,
  domNode: place,
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: -1,
  validatorUrl: null,
});
