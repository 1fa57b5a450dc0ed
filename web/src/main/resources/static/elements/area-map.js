// @ts-check
import {map as leafletMap, control, tileLayer} from 'leaflet';
import {readBox, writeBox} from '../lib/address.js';
import {AreaNames} from '../lib/area-names.js';
import {AreaShapes} from '../lib/area-shapes.js';
import {features} from '../lib/features.js';
import {patterns} from '../lib/patterns.js';
import {placeLayer, pointMark} from '../lib/place-layer.js';

/**
 * What an area looks like and says.
 * @typedef {object} Shade
 * @property {string} code
 * @property {string} name
 * @property {string} figure its figure in words
 * @property {string} href its page
 * @property {string} state class, unreliable, withheld or missing
 * @property {string | null} colour
 * @property {boolean} certain
 * @property {boolean} below whether its colour needs a sign in grey
 */

const TILES = 'https://tile.openstreetmap.org/{z}/{x}/{y}.png';
/** Areas above which shapes come as tiles and are drawn on a canvas. */
const MANY = 5000;
/** Tiles that must fail before the background counts as out of reach. */
const FAILURES = 3;

/**
 * Areas on a map, filled by their class. The ranking beside it says the same to readers by ear or key.
 * @fires area-pointed with the code of the area under the pointer, or null
 * @fires area-chosen with the code of the area that was clicked; cancelled where the reader picks areas
 * @fires view-moved with the box in view, when the reader moved it
 */
export class AreaMap extends HTMLElement {
  /** @type {AreaMap | undefined} a map that always shows the same part of the world */
  twin;
  #map;
  #names;
  /** @type {AreaShapes | import('../lib/area-tiles.js').AreaTiles | undefined} */
  #areas;
  #background;
  #mark;
  /** @type {Map<string, Promise<import('leaflet').Layer>>} */
  #placed = new Map();
  #extent = '';
  /** @type {string | null} */
  #sought = null;
  /** @type {Map<string, Shade>} */
  #shades = new Map();
  /** @type {Set<string>} */
  #picked = new Set();
  #drawn = '';
  #settled = false;
  /** What the reader was shown first, until he moves the map himself. */
  #box = null;
  #size = null;
  #asked = 0;

  connectedCallback() {
    this.replaceChildren();
    const canvas = document.createElement('div');
    canvas.className = 'canvas';
    canvas.dir = 'ltr';
    canvas.setAttribute('role', 'region');
    this.append(canvas);
    this.#map = leafletMap(canvas, {zoomControl: false, attributionControl: false, zoomSnap: 0.25, maxZoom: 18});
    const start = document.dir === 'rtl' ? 'topright' : 'topleft';
    control.zoom({position: start, zoomInTitle: this.dataset.zoomIn, zoomOutTitle: this.dataset.zoomOut}).addTo(this.#map);
    control.attribution({position: document.dir === 'rtl' ? 'bottomleft' : 'bottomright', prefix: 'Leaflet'}).addTo(this.#map);
    this.#names = new AreaNames(this.#map, code => this.#areas?.rings(code) ?? [],
      {withheld: this.dataset.withheld, missing: this.dataset.missing});
    this.#map.on('move', this.#lead);
    this.#map.on('moveend', this.#moved);
    this.#map.on('resize', this.#resized);
    this.#map.on('zoomend', this.#name);
  }

  disconnectedCallback() {
    this.#map.remove();
    this.#map = undefined;
    this.#areas = undefined;
    this.#background = undefined;
    this.#drawn = '';
  }

  /** The Leaflet map, for tools that draw on it. */
  get leaflet() {
    return this.#map;
  }

  /** @param {string} words what readers by ear are told that the map shows */
  set name(words) {
    this.querySelector('.canvas')?.setAttribute('aria-label', words);
  }

  /**
   * Draws areas; their outlines are fetched only when they are others than before.
   * @param {{items: string, tiles: string, extent: string | null, shades: Shade[], all: number, box: string | null}} plan
   */
  async draw({items, tiles, extent, shades, all, box}) {
    const asked = ++this.#asked;
    this.#map.invalidateSize({pan: false});
    this.#extent = extent ?? '';
    this.#shades = new Map(shades.map(shade => [shade.code, shade]));
    this.querySelector('.patterns')?.remove();
    this.append(patterns(shades));
    this.#tell(extent ? '' : this.dataset.unoutlined ?? '');
    const plan = all > MANY ? `${tiles} ${extent}` : `${items} ${extent} ${shades.map(shade => shade.code).sort()}`;
    if (plan !== this.#drawn) {
      this.#look(box ?? extent);
      try {
        const drawn = all > MANY
          ? await this.#tiled(tiles) : this.#outlined(extent ? await features(items, extent) : []);
        // A later question overtook this one.
        if (asked !== this.#asked || !this.#map) {
          return;
        }
        this.#take(drawn);
        this.#drawn = plan;
      } catch {
        this.#tell(this.dataset.outlines ?? '');
      }
    } else if (box) {
      this.#look(box);
    }
    this.#shade();
    this.#name();
    if (this.#sought) {
      this.#point(this.#sought);
    }
    this.dispatchEvent(new CustomEvent('areas-drawn', {bubbles: true}));
  }

  /** Points at an area, as if the pointer were on it. @param {string | null} code */
  point(code) {
    this.#areas?.point(code);
  }

  /** Marks the areas that the reader picked. @param {Set<string>} codes */
  pick(codes) {
    this.#picked = codes;
    this.#areas?.pick(codes);
  }

  /**
   * Marks what the reader looked for.
   * @param {string | null} point longitude and latitude
   * @param {string | null} area its code
   */
  mark(point, area) {
    this.#mark?.remove();
    this.#mark = undefined;
    this.#sought = area;
    if (point) {
      const [longitude, latitude] = point.split(',').map(Number);
      this.#mark = pointMark(latitude, longitude).addTo(this.#map);
    }
  }

  /** Draws places of these kinds and no others. @param {{items: string, nth: number}[]} kinds */
  async places(kinds) {
    for (const [items, layer] of this.#placed) {
      if (!kinds.some(kind => kind.items === items)) {
        this.#placed.delete(items);
        layer.then(drawn => drawn.remove(), () => {});
      }
    }
    for (const {items, nth} of kinds) {
      if (!this.#placed.has(items) && this.#extent) {
        const layer = placeLayer(items, this.#extent, nth);
        this.#placed.set(items, layer);
        layer.then(drawn => this.#placed.get(items) === layer && this.#map && drawn.addTo(this.#map), () => {
          this.#placed.delete(items);
          this.#tell(this.dataset.outlines ?? '');
        });
      }
    }
  }

  /** Shows or hides the streets behind the areas. @param {boolean} shown */
  set background(shown) {
    this.#background?.remove();
    this.#background = undefined;
    if (shown) {
      let failed = 0;
      this.#background = tileLayer(TILES, {
        maxZoom: 19,
        referrerPolicy: 'strict-origin-when-cross-origin',
        attribution: '© OpenStreetMap',
      });
      this.#background.on('tileerror', () => {
        if (++failed === FAILURES) {
          this.background = false;
          this.#tell(this.dataset.background ?? '');
        }
      });
      this.#background.addTo(this.#map);
    }
    this.#shade();
  }

  /** @param {string | null} text */
  #look(text) {
    const box = readBox(text);
    if (box) {
      this.#settled = false;
      this.#map.fitBounds([[box[1], box[0]], [box[3], box[2]]], {animate: false, padding: [8, 8]});
      this.#settled = true;
      this.#box = text;
      this.#size = this.#map.getSize();
    }
  }

  /** @param {import('../lib/features.js').Feature[]} found */
  #outlined(found) {
    const shown = found.filter(feature => feature.geometry && this.#shades.has(String(feature.id)));
    return () => new AreaShapes(this.#map, shown, this.#reader);
  }

  /** @param {string} tiles */
  async #tiled(tiles) {
    const {AreaTiles} = await import('../lib/area-tiles.js');
    return () => new AreaTiles(this.#map, new URL(tiles, document.baseURI).href, this.#reader);
  }

  /** @param {() => NonNullable<AreaMap['areas']>} make */
  #take(make) {
    this.#areas?.remove();
    this.#names.forget();
    this.#areas = make();
    this.#areas.pick(this.#picked);
  }

  /** The areas as they are drawn. */
  get areas() {
    return this.#areas;
  }

  #reader = {
    words: (/** @type {string} */ code) => this.#words(code),
    point: (/** @type {string | null} */ code) => this.#point(code),
    open: (/** @type {string} */ code, /** @type {UIEvent} */ event) => this.#open(code, event),
  };

  /** Colours the areas that are drawn anew. @param {Shade[]} shades */
  recolour(shades) {
    this.#shades = new Map(shades.map(shade => [shade.code, shade]));
    this.querySelector('.patterns')?.remove();
    this.append(patterns(shades));
    this.#shade();
    this.dispatchEvent(new CustomEvent('areas-coloured', {bubbles: true}));
  }

  #shade() {
    const ink = getComputedStyle(this).getPropertyValue('--land-edge').trim();
    this.#areas?.shade(this.#shades, ink, this.#background ? 0.75 : 1);
  }

  #name = () => {
    if (this.#areas) {
      this.#names.write(this.#shades, this.#areas.codes);
    }
  };

  /** @param {string} code */
  #words(code) {
    const shade = this.#shades.get(code);
    const words = document.createElement('div');
    words.dir = 'auto';
    const name = document.createElement('strong');
    name.textContent = shade?.name ?? code;
    const figure = document.createElement('div');
    figure.textContent = shade?.figure ?? '';
    words.append(name, figure);
    return words;
  }

  /** @param {string | null} code */
  #point(code) {
    this.point(code);
    this.dispatchEvent(new CustomEvent('area-pointed', {bubbles: true, detail: {code}}));
  }

  /** @param {string} code @param {UIEvent} event */
  #open(code, event) {
    const shade = this.#shades.get(code);
    const chosen = new CustomEvent('area-chosen', {bubbles: true, cancelable: true, detail: {code, by: event}});
    if (this.dispatchEvent(chosen) && shade) {
      location.assign(shade.href);
    }
  }

  /** Keeps the other map on the same place while this one moves. */
  #lead = () => {
    const twin = this.twin;
    if (twin && !twin.parentElement?.hidden && this.#settled) {
      twin.follow(this.#map.getCenter(), this.#map.getZoom());
    }
  };

  /** @param {import('leaflet').LatLng} centre @param {number} zoom */
  follow(centre, zoom) {
    const settled = this.#settled;
    this.#settled = false;
    this.#map.setView(centre, zoom, {animate: false});
    this.#settled = settled;
    this.#box = null;
  }

  #resized = () => {
    this.#size = this.#map.getSize();
    this.#look(this.#box);
  };

  #moved = () => {
    // A window of another size moves the map too, and is not what the reader wants to keep.
    if (this.#settled && this.#size?.equals(this.#map.getSize())) {
      this.#box = null;
      const box = this.#map.getBounds();
      const detail = {box: writeBox([box.getWest(), box.getSouth(), box.getEast(), box.getNorth()])};
      this.dispatchEvent(new CustomEvent('view-moved', {bubbles: true, detail}));
    }
  };

  /** @param {string} words */
  #tell(words) {
    let told = this.querySelector('[role=status]');
    if (!told) {
      told = document.createElement('p');
      told.setAttribute('role', 'status');
      this.append(told);
    }
    told.textContent = words;
  }
}

customElements.define('area-map', AreaMap);
