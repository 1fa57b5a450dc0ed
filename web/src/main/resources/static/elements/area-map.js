// @ts-check
import {map as leafletMap, geoJSON, control, tileLayer, tooltip} from 'leaflet';
import {readBox, writeBox} from '../lib/address.js';
import {features} from '../lib/features.js';
import {fill, isDark, patterns} from '../lib/patterns.js';
import {contains, longestStretch, reaches} from '../lib/stretch.js';

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
 */

/**
 * Where a name may stand, in pixels of the layer.
 * @typedef {object} Spot
 * @property {number} x its middle
 * @property {number} y
 * @property {number} half half its length
 * @property {boolean} beside whether it is not on its area
 */

const TILES = 'https://tile.openstreetmap.org/{z}/{x}/{y}.png';
/** Tiles that must fail before the background counts as out of reach. */
const FAILURES = 3;
/** Width of a letter of a label, in pixels. */
const LETTER = 8;
/** How many times as wide as its area a name may be that lies on it. */
const OVERHANG = 1.3;
/** The same for names that found no room beside their narrow areas either. */
const LARGEST_OVERHANG = 2;
/** Height of a label, in pixels. */
const LINE = 20;
/** Pixels between an area and the name beside it. */
const GAP = 4;

/**
 * Areas on a map, filled by their class. The ranking beside it says the same to readers by ear or key.
 * @fires area-pointed with the code of the area under the pointer, or null
 * @fires view-moved with the box in view, when the reader moved it
 */
export class AreaMap extends HTMLElement {
  #map;
  #outlines;
  #background;
  /** @type {import('leaflet').Tooltip[]} */
  #labels = [];
  /** @type {Map<string, Shade>} */
  #shades = new Map();
  /** @type {Map<string, import('leaflet').Path>} */
  #paths = new Map();
  /** @type {Map<string, ReturnType<typeof longestStretch>>} */
  #rooms = new Map();
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
    canvas.setAttribute('aria-label', this.dataset.name ?? '');
    this.append(canvas);
    this.#map = leafletMap(canvas, {zoomControl: false, attributionControl: false, zoomSnap: 0.25, maxZoom: 18});
    control.zoom({zoomInTitle: this.dataset.zoomIn, zoomOutTitle: this.dataset.zoomOut}).addTo(this.#map);
    control.attribution({prefix: 'Leaflet'}).addTo(this.#map);
    this.#map.on('moveend', this.#moved);
    this.#map.on('resize', this.#resized);
    this.#map.on('zoomend', this.#name);
  }

  disconnectedCallback() {
    this.#map.off('moveend', this.#moved);
    this.#map.off('resize', this.#resized);
    this.#map.off('zoomend', this.#name);
    this.#map.remove();
    this.#map = undefined;
    this.#outlines = undefined;
    this.#background = undefined;
    this.#drawn = '';
  }

  /**
   * Draws areas; their outlines are fetched only when they are others than before.
   * @param {{items: string, extent: string | null, shades: Shade[], colours: string[], box: string | null}} plan
   */
  async draw({items, extent, shades, colours, box}) {
    const asked = ++this.#asked;
    this.#shades = new Map(shades.map(shade => [shade.code, shade]));
    this.querySelector('.patterns')?.remove();
    this.append(patterns(colours));
    this.#tell(extent ? '' : this.dataset.unoutlined ?? '');
    const plan = `${items} ${extent} ${shades.map(shade => shade.code).sort()}`;
    if (plan !== this.#drawn) {
      this.#look(box ?? extent);
      try {
        const found = extent ? await features(items, extent) : [];
        // A later question overtook this one.
        if (asked !== this.#asked || !this.#map) {
          return;
        }
        this.#outline(found);
        this.#drawn = plan;
      } catch {
        this.#tell(this.dataset.outlines ?? '');
      }
    } else if (box) {
      this.#look(box);
    }
    this.#shade();
    this.#name();
    this.dispatchEvent(new CustomEvent('areas-drawn', {bubbles: true, detail: {count: this.#paths.size}}));
  }

  /** Points at an area, as if the pointer were on it. @param {string | null} code */
  point(code) {
    for (const [each, path] of this.#paths) {
      path.setStyle(each === code ? {weight: 3.5} : {weight: 1});
      if (each === code) {
        path.bringToFront();
      }
    }
  }

  /** Shows or hides the streets behind the areas. @param {boolean} shown */
  set background(shown) {
    this.#background?.remove();
    this.#background = undefined;
    this.#tell('');
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
  #outline(found) {
    this.#outlines?.remove();
    this.#paths.clear();
    this.#rooms.clear();
    const shown = found.filter(feature => feature.geometry && this.#shades.has(String(feature.id)));
    this.#outlines = geoJSON(/** @type {any} */ (shown), {
      onEachFeature: (feature, layer) => {
        const code = String(feature.id);
        this.#paths.set(code, /** @type {import('leaflet').Path} */ (layer));
        layer.bindTooltip(() => this.#words(code), {sticky: true, direction: 'top'});
        layer.on('mouseover', () => this.#point(code));
        layer.on('mouseout', () => this.#point(null));
        layer.on('click', () => this.#open(code));
      },
    }).addTo(this.#map);
  }

  #shade() {
    const ink = getComputedStyle(this).getPropertyValue('--land-edge').trim();
    for (const [code, path] of this.#paths) {
      const shade = this.#shades.get(code);
      if (shade) {
        path.setStyle({
          color: ink, weight: 1, opacity: 1, dashArray: shade.state === 'missing' ? '4 3' : undefined,
          fillColor: fill(shade), fillOpacity: this.#background ? 0.75 : 1,
        });
      }
    }
  }

  /** Writes the names: on their areas where they have room, else beside them, else across their edges. */
  #name = () => {
    this.#labels.forEach(label => label.remove());
    this.#labels = [];
    /** @type {Spot[]} */
    const taken = [];
    const unnamed = new Set(this.#paths.keys());
    for (const spots of [this.#within, this.#beside, this.#across]) {
      for (const code of unnamed) {
        const shade = this.#shades.get(code);
        const free = shade && spots(code, shade.name.length * LETTER / 2).find(spot => taken.every(
          each => Math.abs(each.y - spot.y) > LINE || Math.abs(each.x - spot.x) > each.half + spot.half));
        if (free) {
          taken.push(free);
          unnamed.delete(code);
          this.#write(shade, free);
        }
      }
    }
  };

  /** @param {string} code @param {number} half half the length of a name */
  #within = (code, half) => this.#inside(code, half, OVERHANG);

  /** @param {string} code @param {number} half half the length of a name */
  #across = (code, half) => this.#inside(code, half, LARGEST_OVERHANG);

  /**
   * @param {string} code
   * @param {number} half
   * @param {number} overhang
   * @returns {Spot[]}
   */
  #inside(code, half, overhang) {
    const room = this.#room(code);
    if (!room) {
      return [];
    }
    const west = this.#map.latLngToLayerPoint([room.latitude, room.west]);
    const east = this.#map.latLngToLayerPoint([room.latitude, room.east]);
    const fits = (east.x - west.x) * overhang > 2 * half;
    return fits ? [{x: (west.x + east.x) / 2, y: west.y, half, beside: false}] : [];
  }

  /**
   * Spots in the canvas beside an area on which no other area lies.
   * @param {string} code
   * @param {number} half
   * @returns {Spot[]}
   */
  #beside = (code, half) => reaches(this.#rings(code)).flatMap(({west, east, latitude}) => {
    const [from, to] = [west, east].map(longitude => this.#map.latLngToLayerPoint([latitude, longitude]));
    return [from.x - GAP - half, to.x + GAP + half].map(x => ({x, y: from.y, half, beside: true}));
  }).filter(spot => this.#isOpen(spot));

  /** @param {Spot} spot */
  #isOpen({x, y, half}) {
    const size = this.#map.getSize();
    const corners = [-half, 0, half].flatMap(across => [-LINE / 2, LINE / 2].map(down => [x + across, y + down]));
    return corners.every(corner => {
      const seen = this.#map.layerPointToContainerPoint(corner);
      const place = this.#map.layerPointToLatLng(corner);
      return seen.x >= 0 && seen.y >= 0 && seen.x <= size.x && seen.y <= size.y
        && [...this.#paths.keys()].every(code => !contains(this.#rings(code), place));
    });
  }

  /**
   * @param {Shade} shade
   * @param {Spot} spot
   */
  #write(shade, {x, y, beside}) {
    const name = document.createElement('bdi');
    name.textContent = shade.name;
    const ground = beside ? ' beside' : shade.colour && isDark(shade.colour) ? ' light' : '';
    this.#labels.push(tooltip({permanent: true, direction: 'center', className: `area-label${ground}`, opacity: 1})
      .setLatLng(this.#map.layerPointToLatLng([x, y])).setContent(name).addTo(this.#map));
  }

  /** Where the name of an area has most room. @param {string} code */
  #room(code) {
    let room = this.#rooms.get(code);
    if (room === undefined) {
      room = longestStretch(this.#rings(code));
      this.#rooms.set(code, room);
    }
    return room;
  }

  /** @param {string} code */
  #rings(code) {
    const outline = /** @type {import('leaflet').Polygon} */ (this.#paths.get(code));
    const parts = /** @type {any[]} */ (outline.getLatLngs());
    return Array.isArray(parts[0]?.[0]) ? parts.flat() : parts;
  }

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

  /** @param {string} code */
  #open(code) {
    const shade = this.#shades.get(code);
    if (shade) {
      location.assign(shade.href);
    }
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
