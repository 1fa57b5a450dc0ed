// @ts-check
/** How YASR shows answers: plain tables and words of the page, in the reader's language. */

/** Rows that a browser draws at once without a pause; the file has all. */
const MOST_ROWS = 1000;
/** Characters of an answer as it came that are shown. */
const MOST_CHARACTERS = 200_000;

/**
 * @typedef {{type: string, value: string, 'xml:lang'?: string, datatype?: string}} Term
 * @typedef {{table: string, response: string, download: string, rows: string, shown: string, yes: string, no: string}} Words
 */

/**
 * The plugins of YASR under their names, in place of its own.
 * @param {Words} words
 * @returns {Record<string, new (yasr: any) => object>}
 */
export function plugins(words) {
  /** What all have in common. */
  class Answer {
    /** @param {any} yasr */
    constructor(yasr) {
      this.yasr = yasr;
    }

    get results() {
      return this.yasr.results;
    }

    getIcon() {
      return undefined;
    }

    /**
     * @param {() => string} getData
     * @param {string} contentType
     * @param {string} ending
     */
    file(getData, contentType, ending) {
      return {getData, contentType, title: words.download, filename: `observatory.${ending}`};
    }
  }

  return {
    table: class extends Answer {
      label = words.table;
      priority = 10;

      canHandleResults() {
        return Boolean(this.results?.getVariables()?.length);
      }

      draw() {
        const variables = this.results.getVariables();
        const rows = this.results.getBindings() ?? [];
        this.yasr.resultsEl.append(table(variables, rows.slice(0, MOST_ROWS), this.yasr.getPrefixes()));
        if (rows.length > MOST_ROWS) {
          this.yasr.resultsEl.append(element('p', {}, words.shown.replace('{0}', String(MOST_ROWS))));
        }
      }

      download() {
        return this.file(() => this.results?.asCsv() ?? '', 'text/csv', 'csv');
      }
    },

    boolean: class extends Answer {
      hideFromSelection = true;
      priority = 10;

      canHandleResults() {
        return typeof this.results?.getBoolean() === 'boolean';
      }

      draw() {
        this.yasr.resultsEl.append(element('p', {class: 'truth', dir: 'auto'}, this.results.getBoolean() ? words.yes : words.no));
      }
    },

    response: class extends Answer {
      label = words.response;
      priority = 2;

      canHandleResults() {
        return Boolean(this.results?.getOriginalResponseAsString());
      }

      draw() {
        const text = this.results.getOriginalResponseAsString();
        this.yasr.resultsEl.append(element('pre', {class: 'query', tabindex: '0'}, text.slice(0, MOST_CHARACTERS)));
      }

      download() {
        const type = this.results?.getContentType() ?? 'text/plain';
        return this.file(() => this.results?.getOriginalResponseAsString() ?? '', type, this.results?.getType() ?? 'txt');
      }
    },
  };
}

/**
 * What a refused or failed question is told: the words of the problem, where the answer has some.
 * @param {{status?: number, statusText?: string, text?: string}} error
 * @returns {Promise<HTMLElement>}
 */
export async function refusal({status, statusText, text}) {
  let title = statusText || String(status ?? '');
  let detail = text ?? '';
  try {
    ({title = title, detail = detail} = JSON.parse(detail));
  } catch {
    // Not a problem document: shown as it came.
  }
  const told = element('div', {class: 'refusal', dir: 'auto'});
  told.append(element('strong', {}, title), element('pre', {dir: 'auto'}, detail));
  return told;
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {string} [text]
 */
function element(name, attributes, text) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.textContent = text ?? '';
  return made;
}

/**
 * @param {string[]} variables
 * @param {Record<string, Term | undefined>[]} rows
 * @param {Record<string, string>} prefixes
 */
function table(variables, rows, prefixes) {
  const made = /** @type {HTMLTableElement} */ (element('table', {}));
  const head = made.createTHead().insertRow();
  head.append(...variables.map(variable => element('th', {scope: 'col'}, variable)));
  const body = made.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const variable of variables) {
      const term = row[variable];
      const cell = line.insertCell();
      if (term) {
        cell.append(said(term, prefixes));
      }
    }
  }
  return made;
}

/**
 * @param {Term} term
 * @param {Record<string, string>} prefixes
 */
function said(term, prefixes) {
  if (term.type === 'uri') {
    const short = shortened(term.value, prefixes);
    return /^https?:/.test(term.value) ? element('a', {href: term.value, dir: 'ltr'}, short)
      : element('bdi', {dir: 'ltr'}, short);
  }
  const language = term['xml:lang'];
  return element('bdi', language ? {lang: language} : {}, term.value);
}

/**
 * An IRI as the question would write it.
 * @param {string} iri
 * @param {Record<string, string>} prefixes
 */
export function shortened(iri, prefixes) {
  const known = Object.entries(prefixes).find(([, beginning]) => iri.startsWith(beginning));
  return known ? `${known[0]}:${iri.slice(known[1].length)}` : iri;
}
