// @ts-check
import {withParameters} from '../lib/address.js';

/** Milliseconds without a key after which the reader is taken to wait for an answer. */
const PAUSE = 180;
/** Results that a reader takes in. */
const MOST = 8;

/** @typedef {{name: string, kind: string, href: string, level?: string, within?: {name: string}}} Hit */

/**
 * Finds things by name while the reader types. Without script the form finds them on a page of its own.
 */
export class AreaSearch extends HTMLElement {
  #asking = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;

  connectedCallback() {
    this.addEventListener('input', this.#typed);
    this.addEventListener('keydown', this.#moved);
  }

  disconnectedCallback() {
    clearTimeout(this.#pause);
    this.#asking.abort();
    this.removeEventListener('input', this.#typed);
    this.removeEventListener('keydown', this.#moved);
  }

  #typed = () => {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(this.#ask, PAUSE);
  };

  #ask = async () => {
    this.#asking.abort();
    const asking = this.#asking = new AbortController();
    const typed = this.querySelector('input')?.value.trim() ?? '';
    if (!typed) {
      this.#show(null);
      return;
    }
    const search = withParameters('', {q: typed, limit: String(MOST), lang: document.documentElement.lang});
    try {
      const answer = await fetch(`${this.dataset.search}${search}`, {signal: asking.signal});
      if (answer.ok) {
        this.#show((await answer.json()).results);
      }
    } catch {
      // Out of reach or overtaken: the form still finds it.
    }
  };

  /** @param {Hit[] | null} hits */
  #show(hits) {
    let found = this.querySelector('.found');
    if (!found) {
      found = document.createElement('section');
      found.className = 'found';
      found.setAttribute('aria-live', 'polite');
      found.setAttribute('aria-label', this.dataset.found ?? '');
      this.append(found);
    }
    const list = document.createElement('ul');
    list.append(...(hits ?? []).map(hit => this.#line(hit)));
    const nothing = document.createElement('p');
    nothing.textContent = this.dataset.nothing ?? '';
    found.replaceChildren(...(hits === null ? [] : hits.length ? [list] : [nothing]));
  }

  /** @param {Hit} hit */
  #line(hit) {
    const line = document.createElement('li');
    const link = document.createElement('a');
    link.href = hit.href;
    const name = document.createElement('bdi');
    name.textContent = hit.name;
    link.append(name);
    const kind = document.createElement('small');
    const place = document.createElement('bdi');
    place.textContent = hit.within?.name ?? '';
    kind.append(place);
    line.append(link, kind);
    return line;
  }

  /** Arrows go from the field through the results and back. */
  #moved = (/** @type {KeyboardEvent} */ event) => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    const stops = /** @type {HTMLElement[]} */ ([...this.querySelectorAll('input, .found a')]);
    const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const next = step && at >= 0 ? stops[at + step] : undefined;
    if (next) {
      event.preventDefault();
      next.focus();
    }
  };
}

customElements.define('area-search', AreaSearch);
