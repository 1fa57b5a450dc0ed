// @ts-check
import './area-map.js';
import './area-picker.js';
import './ranking-table.js';
import './share-map.js';
import './time-slider.js';
import {withParameters} from '../lib/address.js';
import {readChoropleth} from '../lib/choropleth.js';
import {sign} from '../lib/place-layer.js';

/** Choices after which the reader wants to see the whole of what is shown. */
const PLACES = new Set(['level', 'within']);
/** Areas from which it pays to colour the map before the page is there. */
const MANY = 300;
/** What the page keeps in its address and the figures do not depend on. */
const OF_THE_PAGE = ['lang', 'f', 'bbox', 'background', 'layers', 'find', 'areas', 'polygon', 'compare', 'paper'];
/** Choices after which limits given by hand no longer hold. */
const STALE = new Set(['indicator', 'classes', 'method']);

/**
 * Makes the map page live: each choice is an address, fetched as the server writes it, of which the parts of this page
 * are taken. The address is the state; back and forward work.
 */
export class MapExplorer extends HTMLElement {
  #loading = new AbortController();
  /** Names and pages of the areas in the list. @type {Map<string, import('./area-map.js').Shade>} */
  #known = new Map();

  connectedCallback() {
    this.addEventListener('change', this.#chosen);
    this.addEventListener('submit', this.#submitted);
    this.addEventListener('area-pointed', this.#pointed);
    this.addEventListener('view-moved', this.#moved);
    this.addEventListener('areas-drawn-around', this.#drawnAround);
    this.addEventListener('click', this.#clicked);
    window.addEventListener('popstate', this.#back);
    const background = this.#switch;
    if (background) {
      background.closest('label')?.removeAttribute('hidden');
      background.checked = new URLSearchParams(location.search).get('background') === 'osm';
    }
    this.#offerLayers();
    const [one, two] = this.#maps;
    if (one && two) {
      one.twin = two;
      two.twin = one;
    }
    this.#draw();
    this.#maps.forEach(map => {
      map.background = background?.checked ?? false;
    });
  }

  disconnectedCallback() {
    this.#loading.abort();
    this.removeEventListener('change', this.#chosen);
    this.removeEventListener('submit', this.#submitted);
    this.removeEventListener('area-pointed', this.#pointed);
    this.removeEventListener('view-moved', this.#moved);
    this.removeEventListener('areas-drawn-around', this.#drawnAround);
    this.removeEventListener('click', this.#clicked);
    window.removeEventListener('popstate', this.#back);
  }

  /** The map and the one beside it, which is out of sight while nothing is compared. */
  get #maps() {
    return /** @type {import('./area-map.js').AreaMap[]} */ ([...this.querySelectorAll('area-map')]);
  }

  get #switch() {
    return /** @type {HTMLInputElement | null} */ (this.querySelector('input[name=background]'));
  }

  #chosen = (/** @type {Event} */ event) => {
    const control = /** @type {HTMLInputElement} */ (event.target);
    if (control === this.#switch) {
      this.#maps.forEach(map => {
        map.background = control.checked;
      });
      this.#keep({background: control.checked ? 'osm' : null});
    } else if (control.name === 'layers') {
      this.#places();
      this.#keep({layers: this.#kinds.filter(kind => kind.checked).map(kind => kind.value).join(',')});
    } else if (control.form && control.name !== 'find') {
      this.#ask(control.form, control.name);
    }
  };

  #submitted = (/** @type {Event} */ event) => {
    event.preventDefault();
    this.#ask(/** @type {HTMLFormElement} */ (event.target), '');
  };

  /**
   * @param {HTMLFormElement} form
   * @param {string} chosen name of the control
   */
  #ask(form, chosen) {
    const fields = new FormData(form);
    /** @type {Record<string, string | null>} */
    const changes = PLACES.has(chosen) ? {bbox: null} : {};
    for (const [name, value] of fields) {
      changes[name] = String(value);
    }
    // Limits belong to the indicator and the number of classes for which they were given.
    const keep = changes.method === 'manual' && !STALE.has(chosen);
    changes.breaks = keep ? fields.getAll('breaks').filter(Boolean).join(',') : null;
    // A line that was drawn says which areas are meant, until one is ticked or taken out.
    const drawn = chosen !== 'areas' && new URLSearchParams(location.search).get('polygon');
    changes.areas = drawn || PLACES.has(chosen) ? null : fields.getAll('areas').join(',');
    changes.polygon = drawn || null;
    if (chosen !== '') {
      changes.find = null;
    }
    if (chosen === 'dataset') {
      changes.edition = null;
    }
    this.#go(withParameters(location.search, changes), true);
  }

  #drawnAround = (/** @type {Event} */ event) => {
    const {polygon} = /** @type {CustomEvent<{polygon: string}>} */ (event).detail;
    this.#go(withParameters(location.search, {polygon, areas: null}), true);
  };

  /** Asks where the reader is, if he wants to. */
  #clicked = (/** @type {Event} */ event) => {
    const here = /** @type {HTMLElement} */ (event.target).closest('button.here');
    const field = /** @type {HTMLInputElement | null} */ (this.querySelector('#find'));
    if (here && field) {
      navigator.geolocation.getCurrentPosition(({coords}) => {
        field.value = `${coords.latitude.toFixed(5)}, ${coords.longitude.toFixed(5)}`;
        field.form?.requestSubmit();
      }, () => this.#tell(/** @type {HTMLElement} */ (here).dataset.refused ?? ''));
    }
  };

  get #kinds() {
    return /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll('input[name=layers]')]);
  }

  #offerLayers() {
    const shown = new Set((new URLSearchParams(location.search).get('layers') ?? '').split(','));
    this.querySelector('.layers')?.removeAttribute('hidden');
    this.#kinds.forEach((kind, nth) => {
      kind.checked = shown.has(kind.value);
      kind.nextElementSibling?.append(sign(nth));
    });
  }

  #places() {
    const shown = this.#kinds.flatMap((kind, nth) => kind.checked ? [{items: kind.dataset.items ?? '', nth}] : []);
    this.#maps.filter(map => !map.parentElement?.hidden).forEach(map => map.places(shown));
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
      // The colours alone come first; the page would keep the server busy meanwhile.
      await this.#repaint(address, loading.signal);
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
  }

  /** Hands the list that the server wrote to the map. */
  #draw() {
    const list = /** @type {HTMLElement | null} */ (this.querySelector('[data-part=ranking]'));
    this.querySelector('form > .show')?.setAttribute('hidden', '');
    this.querySelector('.here')?.toggleAttribute('hidden', !navigator.geolocation);
    if (!list) {
      return;
    }
    const rows = /** @type {HTMLElement[]} */ ([...list.querySelectorAll('tr[data-area]')]);
    const sides = [rows.map(row => shade(row, row))];
    const others = rows.map(row => /** @type {HTMLElement | null} */ (row.querySelector('td.other')));
    if (others.some(Boolean)) {
      sides.push(rows.map((row, at) => shade(row, others[at] ?? row)));
    }
    const captions = this.querySelectorAll('.maps .caption');
    const picked = new Set([...list.querySelectorAll('input[name=areas]:checked')].map(tick => /** @type {HTMLInputElement} */ (tick).value));
    const found = /** @type {HTMLElement | null} */ (this.querySelector('.answer'));
    const sought = /** @type {HTMLElement | null} */ (list.querySelector('tr.sought'));
    this.#maps.forEach((map, side) => map.parentElement?.toggleAttribute('hidden', !sides[side]));
    this.querySelector('.plate')?.classList.toggle('compared', sides.length > 1);
    this.#maps.forEach((map, side) => {
      if (sides[side]) {
        map.pick(picked);
        map.mark(found?.dataset.point ?? null, sought?.dataset.area ?? null);
        map.name = /** @type {HTMLElement} */ (captions[side]).dataset.name ?? '';
        map.draw({
          items: list.dataset.items ?? '',
          tiles: list.dataset.tiles ?? '',
          extent: list.dataset.extent ?? null,
          shades: sides[side],
          all: Number(list.dataset.all),
          box: new URLSearchParams(location.search).get('bbox'),
        });
      }
    });
    this.#places();
    this.#known = shadesOfRows(sides[0]);
    if (Number(list.dataset.all) > rows.length && list.dataset.choropleth) {
      this.#paint(list.dataset.choropleth, this.#known, new AbortController().signal);
    }
  }

  /**
   * Colours a map of many areas before its page is there: the figures alone come sooner.
   * @param {URL} address
   * @param {AbortSignal} signal
   */
  async #repaint(address, signal) {
    const list = /** @type {HTMLElement | null} */ (this.querySelector('[data-part=ranking]'));
    const asked = new URLSearchParams(address.search);
    if (!list?.dataset.choropleth || Number(list.dataset.all) < MANY || asked.get('compare')) {
      return;
    }
    const shown = new URL(list.dataset.choropleth, location.href);
    for (const [name, value] of asked) {
      shown.searchParams.set(name, value);
    }
    OF_THE_PAGE.forEach(name => shown.searchParams.delete(name));
    if (asked.get('dataset') === null || asked.get('indicator') !== shown.searchParams.get('indicator')) {
      ['dataset', 'edition'].forEach(name => shown.searchParams.delete(name));
    }
    await this.#paint(shown.href, this.#known, signal);
  }

  /**
   * @param {string} address of the figures
   * @param {Map<string, import('./area-map.js').Shade>} known names and pages of areas
   * @param {AbortSignal} signal
   */
  async #paint(address, known, signal) {
    const list = /** @type {HTMLElement | null} */ (this.querySelector('[data-part=ranking]'));
    try {
      const answer = await fetch(address, {signal});
      if (list && answer.ok && !signal.aborted) {
        this.#maps[0]?.recolour(readChoropleth(await answer.json(), known, list.dataset));
      }
    } catch {
      // The page that follows says the same, or why not.
    }
  }

  #pointed = (/** @type {Event} */ event) => {
    const {code} = /** @type {CustomEvent<{code: string | null}>} */ (event).detail;
    const list = /** @type {import('./ranking-table.js').RankingTable | null} */ (this.querySelector('ranking-table'));
    list?.mark(code, event.target !== list);
    this.#maps.filter(map => map !== event.target).forEach(map => map.point(code));
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

/** @param {import('./area-map.js').Shade[]} shades */
function shadesOfRows(shades) {
  return new Map(shades.map(shade => [shade.code, shade]));
}

/**
 * @param {HTMLElement} row
 * @param {HTMLElement} side what says the figure: the row itself, or its cell of the map beside
 * @returns {import('./area-map.js').Shade}
 */
function shade(row, side) {
  const link = row.querySelector('th a');
  const cell = side === row ? row.querySelector('td.own') : side;
  return {
    code: row.dataset.area ?? '',
    name: link?.textContent?.trim() ?? '',
    figure: [...cell?.querySelectorAll(':scope > a, :scope > small, :scope > .quiet') ?? []].map(said => said.textContent?.trim()).join(', '),
    href: link instanceof HTMLAnchorElement ? link.href : '',
    state: side.dataset.state ?? 'missing',
    colour: side.dataset.colour ?? null,
    certain: side.dataset.certain !== 'false',
    below: side.dataset.below === 'true',
  };
}

customElements.define('map-explorer', MapExplorer);
