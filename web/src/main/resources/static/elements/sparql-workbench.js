// @ts-check

/** Prefixes that are offered while typing; nothing is fetched from elsewhere. */
const PREFIXES = [
  'obs: <https://w3id.org/social-observatory/ns#>',
  'indicator: <https://w3id.org/social-observatory/indicator/>',
  'age: <https://w3id.org/social-observatory/code/age/>',
  'level: <https://w3id.org/social-observatory/code/level/>',
  'qb: <http://purl.org/linked-data/cube#>',
  'sdmx-dimension: <http://purl.org/linked-data/sdmx/2009/dimension#>',
  'sdmx-measure: <http://purl.org/linked-data/sdmx/2009/measure#>',
  'sdmx-attribute: <http://purl.org/linked-data/sdmx/2009/attribute#>',
  'sdmx-code: <http://purl.org/linked-data/sdmx/2009/code#>',
  'skos: <http://www.w3.org/2004/02/skos/core#>',
  'geo: <http://www.opengis.net/ont/geosparql#>',
  'time: <http://www.w3.org/2006/time#>',
  'dcterms: <http://purl.org/dc/terms/>',
  'dcat: <http://www.w3.org/ns/dcat#>',
  'prov: <http://www.w3.org/ns/prov#>',
  'rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>',
  'rdfs: <http://www.w3.org/2000/01/rdf-schema#>',
  'xsd: <http://www.w3.org/2001/XMLSchema#>',
];

/**
 * The form for a question in SPARQL, with an editor and the answer below it. Without script the form alone asks.
 */
export class SparqlWorkbench extends HTMLElement {
  #editor;
  #results;

  connectedCallback() {
    // The bundle is a classic script; it may come after this one.
    if (document.readyState === 'complete') {
      this.#start();
    } else {
      window.addEventListener('load', this.#start, {once: true});
    }
  }

  disconnectedCallback() {
    window.removeEventListener('load', this.#start);
    this.querySelector('form')?.removeEventListener('submit', this.#ask);
    this.#editor?.destroy();
    this.#results?.destroy();
    this.querySelectorAll('.editor, .results').forEach(part => part.remove());
    this.querySelector('textarea[name=query]')?.removeAttribute('hidden');
  }

  #start = () => {
    const {Yasqe, Yasr} = /** @type {any} */ (window).Yasgui ?? {};
    const form = this.querySelector('form');
    const area = this.querySelector('textarea');
    if (!Yasqe || !form || !area) {
      return;
    }
    const place = document.createElement('div');
    place.className = 'editor';
    place.dir = 'ltr';
    area.before(place);
    area.hidden = true;
    Yasqe.forkAutocompleter('prefixes', {name: 'known-prefixes', persistenceId: null, get: async () => PREFIXES});
    this.#editor = new Yasqe(place, {
      value: area.value,
      persistenceId: null,
      showQueryButton: false,
      createShareableLink: null,
      resizeable: false,
      autocompleters: ['known-prefixes', 'variables'],
      requestConfig: {endpoint: new URL(this.dataset.endpoint ?? '', location.href).href, method: 'POST'},
    });
    this.#editor.getInputField().setAttribute('aria-labelledby', 'query-label');
    const label = this.querySelector('label');
    label?.setAttribute('id', 'query-label');
    const results = document.createElement('section');
    results.className = 'results';
    results.dir = 'ltr';
    results.setAttribute('aria-live', 'polite');
    results.setAttribute('aria-label', this.dataset.results ?? '');
    this.append(results);
    this.#results = new Yasr(results, {persistenceId: null, prefixes: () => this.#editor.getPrefixesFromQuery()});
    this.#editor.on('queryResponse', (/** @type {any} */ _, /** @type {any} */ answer, /** @type {number} */ duration) =>
      this.#results.setResponse(answer, duration));
    form.addEventListener('submit', this.#ask);
  };

  #ask = (/** @type {Event} */ event) => {
    event.preventDefault();
    const query = this.#editor.getValue();
    const area = this.querySelector('textarea[name=query]');
    if (area instanceof HTMLTextAreaElement) {
      area.value = query;
    }
    history.replaceState(null, '', `?query=${encodeURIComponent(query)}`);
    // The answer's error is shown with the answer.
    this.#editor.query().catch(() => undefined);
  };
}

customElements.define('sparql-workbench', SparqlWorkbench);
