// @ts-check
import './area-map.js';
import './ranking-table.js';
import {withParameters} from '../lib/address.js';

/** Choices after which the reader wants to see the whole of what is shown. */
const PLACES = new Set(['level', 'within']);

/**
 * Makes the map page live: each choice is an address, fetched as the server writes it, of which the parts of this page
 * are taken. The address is the state; back and forward work.
 */
export class MapExplorer extends HTMLElement {
  #loading = new AbortController();

  connectedCallback() {
    this.addEventListener('change', this.#chosen);
    this.addEventListener('submit', this.#submitted);
    this.addEventListener('area-pointed', this.#pointed);
    this.addEventListener('view-moved', this.#moved);
    window.addEventListener('popstate', this.#back);
    const background = this.#switch;
    if (background) {
      background.closest('label')?.removeAttribute('hidden');
      background.checked = new URLSearchParams(location.search).get('background') === 'osm';
    }
    this.#draw();
    if (background?.checked && this.#map) {
      this.#map.background = true;
    }
  }

  disconnectedCallback() {
    this.#loading.abort();
    this.removeEventListener('change', this.#chosen);
    this.removeEventListener('submit', this.#submitted);
    this.removeEventListener('area-pointed', this.#pointed);
    this.removeEventListener('view-moved', this.#moved);
    window.removeEventListener('popstate', this.#back);
  }

  get #map() {
    return /** @type {import('./area-map.js').AreaMap | null} */ (this.querySelector('area-map'));
  }

  get #switch() {
    return /** @type {HTMLInputElement | null} */ (this.querySelector('input[name=background]'));
  }

  #chosen = (/** @type {Event} */ event) => {
    const control = /** @type {HTMLInputElement} */ (event.target);
    if (control === this.#switch) {
      if (this.#map) {
        this.#map.background = control.checked;
      }
      this.#keep({background: control.checked ? 'osm' : null});
    } else if (control.form) {
      this.#ask(control.form, PLACES.has(control.name));
    }
  };

  #submitted = (/** @type {Event} */ event) => {
    event.preventDefault();
    this.#ask(/** @type {HTMLFormElement} */ (event.target), false);
  };

  /**
   * @param {HTMLFormElement} form
   * @param {boolean} elsewhere
   */
  #ask(form, elsewhere) {
    /** @type {Record<string, string | null>} */
    const changes = elsewhere ? {bbox: null} : {};
    for (const [name, value] of new FormData(form)) {
      changes[name] = String(value);
    }
    // Breaks belong to the indicator for which they were given.
    changes.breaks = null;
    this.#go(withParameters(location.search, changes), true);
  }

  #back = () => this.#go(location.search, false);

  /**
   * @param {string} search
   * @param {boolean} forward
   */
  async #go(search, forward) {
    this.#loading.abort();
    const loading = this.#loading = new AbortController();
    const address = new URL(search || location.pathname, location.href);
    this.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(address, {headers: {Accept: 'text/html'}, signal: loading.signal});
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (!answer.ok || !page.querySelector('map-explorer')) {
        throw new Error(page.querySelector('main p')?.textContent ?? undefined);
      }
      if (forward) {
        history.pushState(null, '', address);
      }
      this.#take(page);
      this.#draw();
    } catch (failure) {
      if (!loading.signal.aborted) {
        this.#tell((failure instanceof Error && failure.message) || (this.dataset.failed ?? ''));
      }
    } finally {
      if (this.#loading === loading) {
        this.removeAttribute('aria-busy');
      }
    }
  }

  /** Takes the parts of another page in place of the same parts of this one. @param {Document} page */
  #take(page) {
    const focused = document.activeElement?.id;
    const open = this.querySelector('details.form')?.hasAttribute('open');
    document.title = page.title;
    for (const part of document.querySelectorAll('[data-part]')) {
      const other = page.querySelector(`[data-part="${part.getAttribute('data-part')}"]`);
      if (other) {
        part.replaceWith(document.importNode(other, true));
      }
    }
    this.querySelector('details.form')?.toggleAttribute('open', open);
    if (focused) {
      document.getElementById(focused)?.focus();
    }
    const name = page.querySelector('area-map')?.getAttribute('data-name');
    if (name) {
      this.querySelector('area-map .canvas')?.setAttribute('aria-label', name);
    }
  }

  /** Hands the list that the server wrote to the map. */
  #draw() {
    const list = /** @type {HTMLElement | null} */ (this.querySelector('[data-part=ranking]'));
    this.querySelector('form > button')?.setAttribute('hidden', '');
    if (!list) {
      return;
    }
    const rows = /** @type {HTMLElement[]} */ ([...list.querySelectorAll('tr[data-area]')]);
    const shades = rows.map(shade);
    this.#map?.draw({
      items: list.dataset.items ?? '',
      extent: list.dataset.extent ?? null,
      shades,
      colours: [...new Set(shades.flatMap(each => each.colour ?? []))],
      box: new URLSearchParams(location.search).get('bbox'),
    });
  }

  #pointed = (/** @type {Event} */ event) => {
    const {code} = /** @type {CustomEvent<{code: string | null}>} */ (event).detail;
    const list = /** @type {import('./ranking-table.js').RankingTable | null} */ (this.querySelector('ranking-table'));
    list?.mark(code);
    if (event.target !== this.#map) {
      this.#map?.point(code);
    }
  };

  #moved = (/** @type {Event} */ event) =>
    this.#keep({bbox: /** @type {CustomEvent<{box: string}>} */ (event).detail.box});

  /** Keeps what concerns the view alone in the address, without a step in the history. @param {Record<string, string | null>} changes */
  #keep(changes) {
    history.replaceState(history.state, '', withParameters(location.search, changes) || location.pathname);
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('a[href^="?"]'))) {
      link.search = withParameters(link.search, changes);
    }
  }

  /** @param {string} words */
  #tell(words) {
    const notice = document.createElement('p');
    notice.className = 'notice';
    notice.textContent = words;
    this.querySelector('[data-part=told]')?.replaceChildren(notice);
  }
}

/**
 * @param {HTMLElement} row
 * @returns {import('./area-map.js').Shade}
 */
function shade(row) {
  const cells = [...row.querySelectorAll('td')];
  const link = row.querySelector('th a');
  return {
    code: row.dataset.area ?? '',
    name: link?.textContent?.trim() ?? '',
    figure: cells.at(-1)?.innerText.trim().replace(/\s*\n\s*/g, ', ') ?? '',
    href: link instanceof HTMLAnchorElement ? link.href : '',
    state: row.dataset.state ?? 'missing',
    colour: row.dataset.colour ?? null,
    certain: row.dataset.certain !== 'false',
  };
}

customElements.define('map-explorer', MapExplorer);
