// @ts-check
import {plugins, refusal} from '../lib/answers.js';

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

/** A table where the answer is one, else Turtle. */
const ACCEPTED = 'application/sparql-results+json, text/turtle;q=0.9';

/**
 * The form for a question in SPARQL, with an editor and the answer below it. Without script the server answers it in the
 * page.
 */
export class SparqlWorkbench extends HTMLElement {
  #editor;
  #results;
  #asking = new AbortController();

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
    this.#asking.abort();
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
    this.#results = this.#answers(Yasr, results);
    form.addEventListener('submit', this.#ask);
  };

  /**
   * YASR with our plugins; what it says in English by itself is said again in the reader's language.
   * @param {any} Yasr
   * @param {HTMLElement} place
   */
  #answers(Yasr, place) {
    const words = /** @type {import('../lib/answers.js').Words} */ (
      /** @type {unknown} */ ({...this.dataset}));
    for (const [name, plugin] of Object.entries(plugins(words))) {
      Yasr.registerPlugin(name, plugin);
    }
    const yasr = new Yasr(place, {
      persistenceId: null,
      prefixes: () => this.#editor.getPrefixesFromQuery(),
      errorRenderers: [refusal],
    });
    place.querySelector('.yasr_external_ref_btn')?.remove();
    place.querySelector('.yasr_fallback_info')?.remove();
    place.querySelector('.yasr_downloadIcon')?.setAttribute('aria-label', words.download);
    for (const choice of place.querySelectorAll('.yasr_btnGroup button')) {
      choice.removeAttribute('aria-label');
    }
    yasr.on('drawn', () => {
      const count = place.querySelector('.yasr_response_chip');
      const rows = yasr.results?.getBindings()?.length;
      if (count) {
        count.textContent = rows === undefined ? '' : words.rows.replace('{0}', String(rows));
      }
    });
    return yasr;
  }

  #ask = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const query = this.#editor.getValue();
    const area = this.querySelector('textarea[name=query]');
    if (area instanceof HTMLTextAreaElement) {
      area.value = query;
    }
    this.querySelector('.told')?.remove();
    history.replaceState(null, '', `?query=${encodeURIComponent(query)}`);
    this.#asking.abort();
    const asking = this.#asking = new AbortController();
    this.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(this.dataset.endpoint ?? '', {
        method: 'POST',
        headers: {'Content-Type': 'application/sparql-query', Accept: ACCEPTED},
        body: query,
        signal: asking.signal,
      });
      const {status, statusText, headers} = answer;
      const data = await answer.text();
      const error = answer.ok ? undefined : {status, statusText, text: data};
      this.#results.setResponse({status, data, error, contentType: headers.get('Content-Type')});
    } catch {
      if (!asking.signal.aborted) {
        this.#results.setResponse({error: {text: this.dataset.failed}});
      }
    } finally {
      if (this.#asking === asking) {
        this.removeAttribute('aria-busy');
      }
    }
  };
}

customElements.define('sparql-workbench', SparqlWorkbench);
