// @ts-check
import {geoJSON, latLng, map as leafletMap, control, polygon} from 'leaflet';
import {readBox} from '../lib/address.js';
import {CornerHandles} from '../lib/corner-handles.js';
import {features} from '../lib/features.js';
import {lasso} from '../lib/lasso.js';
import {added, corners, History, middleAfter, moved, read, removed, rounded, snapped, write} from '../lib/outline.js';

/** @typedef {import('../lib/outline.js').Outline} Outline */
/** @typedef {import('../lib/outline.js').Place} Place */
/** @typedef {import('../lib/outline.js').Ring} Ring */

/** Milliseconds of rest after which the server is asked what the neighbours make of the drawing. */
const REST = 350;
/** Neighbours above which their names would cover the map. */
const MOST_NAMED = 60;
/** Longest side of the surroundings of which neighbours are fetched, in multiples of what is looked at. */
const AROUND = 0.5;

/**
 * Makes the form of an outline a place to draw it: on the map, with keys, or by typing. What is sent is what the form
 * holds; the server says what becomes of it between its neighbours. A drawing is kept in this browser until it is
 * downloaded.
 */
export class OutlineEditor extends HTMLElement {
  #map;
  #line;
  #result;
  #handles;
  #history = new History([]);
  /** The corner that fields and keys mean. */
  #chosen = 0;
  /** Whether a touch of the map moves the chosen corner there. */
  #held = false;
  /** @type {Ring[]} */
  #borders = [];
  /** @type {ReturnType<typeof lasso> | undefined} */
  #drawing;
  #asking = new AbortController();
  #rest = 0;

  connectedCallback() {
    this.#one('.drawing').hidden = false;
    this.#look();
    const kept = this.#kept;
    this.#begin(kept?.outline ?? this.#text.value);
    if (kept) {
      this.#fill(kept.fields);
      this.#tell(this.dataset.kept ?? '');
    }
    this.addEventListener('click', this.#pressed);
    this.addEventListener('change', this.#changed);
    this.addEventListener('submit', this.#submitted);
    this.addEventListener('keydown', this.#keyed);
    this.#neighbours();
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.#pressed);
    this.removeEventListener('change', this.#changed);
    this.removeEventListener('submit', this.#submitted);
    this.removeEventListener('keydown', this.#keyed);
    this.#asking.abort();
    clearTimeout(this.#rest);
    this.#drawing?.giveUp();
    this.#map?.remove();
  }

  /** @param {string} selector @returns {HTMLElement} */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  /** @param {string} name @returns {HTMLInputElement} */
  #field(name) {
    return /** @type {HTMLInputElement} */ (this.querySelector(`[name="${name}"]`));
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector('form.outline'));
  }

  get #text() {
    return /** @type {HTMLTextAreaElement} */ (this.querySelector('textarea[name=outline]'));
  }

  #look() {
    const rightToLeft = document.dir === 'rtl';
    this.#map = leafletMap(this.#one('.canvas'), {zoomControl: false, attributionControl: false, zoomSnap: 0.25, maxZoom: 20});
    control.zoom({position: rightToLeft ? 'topright' : 'topleft', zoomInTitle: this.dataset.zoomIn, zoomOutTitle: this.dataset.zoomOut}).addTo(this.#map);
    control.attribution({position: rightToLeft ? 'bottomleft' : 'bottomright', prefix: 'Leaflet'}).addTo(this.#map);
    const box = readBox(this.dataset.extent);
    if (box) {
      this.#map.fitBounds([[box[1], box[0]], [box[3], box[2]]], {animate: false});
    } else {
      this.#map.setView([20, 0], 2);
    }
    this.#result = polygon([], {color: '#0b5a73', weight: 2, dashArray: '2 5', fillColor: '#0b5a73', fillOpacity: 0.18, interactive: false}).addTo(this.#map);
    this.#line = polygon([], {color: '#b35806', weight: 2.5, fill: false, interactive: false}).addTo(this.#map);
    this.#handles = new CornerHandles(this.#map, {
      name: nth => this.#numbered(nth),
      addition: this.dataset.add ?? '',
      choose: nth => this.#choose(nth, true),
      drag: (nth, place) => this.#drag(nth, place),
      drop: (nth, place) => this.#step(moved(this.#history.now, nth, this.#falls(place)), nth),
      add: nth => this.#add(nth),
      remove: nth => this.#remove(nth),
    });
    this.#map.on('moveend', () => this.#show());
    this.#map.on('click', event => {
      if (this.#held && !this.#drawing) {
        this.#held = false;
        this.#step(moved(this.#history.now, this.#chosen, this.#falls([event.latlng.lng, event.latlng.lat])), this.#chosen);
      }
    });
  }

  /** Draws what stands around, and takes its borders to snap to. */
  async #neighbours() {
    const around = this.#map.getBounds().pad(AROUND);
    const box = [around.getWest(), around.getSouth(), around.getEast(), around.getNorth()].map(each => Number(each.toFixed(4)));
    try {
      const [beside, above] = await Promise.all([
        this.dataset.items ? features(this.dataset.items, box.join(',')).catch(() => []) : [],
        this.dataset.above ? fetch(this.dataset.above, {headers: {Accept: 'application/geo+json'}}).then(answer => answer.ok ? answer.json() : null) : null,
      ]);
      const others = beside.filter(feature => feature.geometry && String(feature.id) !== this.dataset.area);
      if (!this.#map) {
        return;
      }
      if (above?.geometry) {
        geoJSON(above, {interactive: false, style: {color: getComputedStyle(this).getPropertyValue('--ink').trim(), weight: 2.5, dashArray: '8 5', fill: false}}).addTo(this.#map);
      }
      const layer = geoJSON(/** @type {any} */ (others), {interactive: false, style: {color: '#5c686d', weight: 1, fillColor: '#8a8f93', fillOpacity: 0.16}});
      layer.addTo(this.#map).bringToBack();
      if (others.length <= MOST_NAMED) {
        layer.eachLayer(shape => this.#name(/** @type {any} */ (shape)));
      }
      this.#borders = [...others, ...(above?.geometry ? [above] : [])].flatMap(feature => read(JSON.stringify(feature))?.flat() ?? []);
    } catch {
      this.#tell(this.dataset.outlines ?? '');
    }
  }

  /** @param {any} shape */
  #name(shape) {
    const {properties} = shape.feature;
    const name = document.createElement('bdi');
    name.textContent = properties[`name_${document.documentElement.lang}`] ?? properties.name_fr ?? properties.code;
    shape.bindTooltip(name, {permanent: true, direction: 'center', className: 'area-label beside', opacity: 1});
  }

  /** @param {string} text */
  #begin(text) {
    this.#history = new History(read(text) ?? []);
    this.#chosen = 0;
    this.#write();
    this.#show();
    this.#ask();
  }

  /** @param {Place} place @returns {Place} */
  #falls(place) {
    return rounded(snapped(place, this.#borders, Number(this.#field('tolerance').value) || 0));
  }

  /** @param {number} nth @param {Place} place */
  #drag(nth, place) {
    const falls = this.#falls(place);
    this.#lay(moved(this.#history.now, nth, falls));
    return falls;
  }

  /** @param {Outline} outline @param {number} chosen */
  #step(outline, chosen) {
    this.#history.step(outline);
    this.#chosen = Math.min(chosen, corners(outline).length - 1);
    this.#write();
    this.#show();
    this.#ask();
    this.#keep();
  }

  #write() {
    this.#text.value = this.#history.now.length ? write(this.#history.now) : '';
  }

  /** @param {Outline} outline */
  #lay(outline) {
    this.#line.setLatLngs(outline.map(rings => rings.map(ring => ring.map(([x, y]) => latLng(y, x)))));
  }

  #show() {
    const outline = this.#history.now;
    const count = corners(outline).length;
    this.#lay(outline);
    const room = this.#drawing ? (this.#handles.clear(), true) : this.#handles.show(outline, this.#chosen);
    this.#one('.crowded').hidden = room;
    const place = corners(outline)[this.#chosen];
    const fields = /** @type {HTMLFieldSetElement} */ (this.querySelector('fieldset.corner'));
    fields.disabled = !count || Boolean(this.#drawing);
    this.#one('.corner legend').textContent = count ? this.#numbered(this.#chosen) : this.dataset.none ?? '';
    /** @type {HTMLInputElement} */ (this.#one('#longitude')).value = place ? String(place[0]) : '';
    /** @type {HTMLInputElement} */ (this.#one('#latitude')).value = place ? String(place[1]) : '';
    this.#button('undo').disabled = !this.#history.canUndo;
    this.#button('redo').disabled = !this.#history.canRedo;
    for (const name of ['middle', 'close', 'stop']) {
      this.#button(name).hidden = !this.#drawing;
    }
    this.#button('draw').hidden = Boolean(this.#drawing);
  }

  /** @param {string} name */
  #button(name) {
    return /** @type {HTMLButtonElement} */ (this.querySelector(`button[value="${name}"]`));
  }

  /** @param {number} nth */
  #numbered(nth) {
    return (this.dataset.corner ?? '{0}/{1}').replace('{0}', String(nth + 1)).replace('{1}', String(corners(this.#history.now).length));
  }

  /** @param {number} nth @param {boolean} held */
  #choose(nth, held) {
    const all = corners(this.#history.now);
    this.#chosen = (nth + all.length) % all.length;
    this.#held = held;
    const [longitude, latitude] = all[this.#chosen];
    if (!this.#map.getBounds().pad(-0.05).contains([latitude, longitude])) {
      this.#map.panTo([latitude, longitude], {animate: false});
    }
    this.#show();
    this.#tell(held ? (this.dataset.held ?? '').replace('{0}', this.#numbered(this.#chosen)) : '');
  }

  /** @param {number} nth */
  #add(nth) {
    this.#step(added(this.#history.now, nth, rounded(middleAfter(this.#history.now, nth))), nth + 1);
  }

  /** @param {number} nth */
  #remove(nth) {
    this.#step(removed(this.#history.now, nth), Math.max(0, nth - 1));
  }

  #pressed = (/** @type {Event} */ event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest('button');
    switch (button?.value) {
      case 'draw': this.#draw(); break;
      case 'middle': this.#drawing?.corner(); break;
      case 'close': this.#drawing?.close(); break;
      case 'stop': this.#drawing?.giveUp(); break;
      case 'undo': this.#history.undo(); this.#again(); break;
      case 'redo': this.#history.redo(); this.#again(); break;
      case 'again': this.#startAgain(); break;
      case 'before': this.#choose(this.#chosen - 1, false); break;
      case 'after': this.#choose(this.#chosen + 1, false); break;
      case 'add': this.#add(this.#chosen); break;
      case 'remove': this.#remove(this.#chosen); break;
    }
  };

  #again() {
    this.#chosen = Math.max(0, Math.min(this.#chosen, corners(this.#history.now).length - 1));
    this.#write();
    this.#show();
    this.#ask();
    this.#keep();
  }

  #startAgain() {
    this.#drawing?.giveUp();
    this.#forget();
    this.#form.reset();
    this.#begin(this.#text.defaultValue);
    this.#tell('');
  }

  #draw() {
    this.#tell(this.dataset.how ?? '');
    this.#held = false;
    const places = this.#history.now;
    this.#drawing = lasso(this.#map, drawn => {
      this.#drawing = undefined;
      this.#tell('');
      if (drawn) {
        this.#step([[drawn.map(({lng, lat}) => rounded([lng, lat]))]], 0);
      } else {
        this.#show();
      }
    }, ({lng, lat}) => {
      const [x, y] = this.#falls([lng, lat]);
      return latLng(y, x);
    });
    this.#show();
    this.#lay(places);
  }

  #changed = (/** @type {Event} */ event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (field === this.#text) {
      const outline = read(field.value);
      if (outline) {
        this.#step(outline, 0);
        this.#map.fitBounds(this.#line.getBounds(), {animate: false});
      } else {
        this.#tell(this.dataset.unreadable ?? '');
      }
    } else if (field.id === 'longitude' || field.id === 'latitude') {
      this.#typed();
    } else if (field.form === this.#form) {
      this.#keep();
      if (field.name === 'tolerance' || field.name === 'level' || field.name === 'within') {
        this.#ask();
      }
    }
  };

  /** What is typed stays where it is typed; the server snaps it if it is near a border. */
  #typed() {
    const [longitude, latitude] = ['#longitude', '#latitude'].map(
      id => Number(/** @type {HTMLInputElement} */ (this.#one(id)).value.trim().replace(',', '.') || NaN));
    if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) {
      this.#step(moved(this.#history.now, this.#chosen, [longitude, latitude]), this.#chosen);
      this.#map.panInside([latitude, longitude], {padding: [30, 30], animate: false});
    } else {
      this.#tell(this.dataset.outside ?? '');
    }
  }

  #keyed = (/** @type {KeyboardEvent} */ event) => {
    const typing = event.target instanceof Element && event.target.closest('input, textarea, select');
    if ((event.ctrlKey || event.metaKey) && !typing && 'zy'.includes(event.key.toLowerCase())) {
      event.preventDefault();
      this.#button(event.key.toLowerCase() === 'y' || event.shiftKey ? 'redo' : 'undo').click();
    } else if (event.key === 'Enter' && typing && /** @type {HTMLElement} */ (event.target).closest('fieldset.corner')) {
      event.preventDefault();
      this.#typed();
    } else if (event.key === 'Escape' && this.#held) {
      this.#held = false;
      this.#tell('');
    }
  };

  /** Asks, after a rest, what becomes of the drawing. */
  #ask() {
    this.#asking.abort();
    clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => this.#askNow(), REST);
  }

  async #askNow() {
    const asking = this.#asking = new AbortController();
    const said = this.#one('.outcome');
    if (!this.#history.now.length) {
      this.#result.setLatLngs([]);
      said.replaceChildren();
      return;
    }
    try {
      const answer = await this.#send('json', asking.signal);
      const told = await answer.json();
      if (asking.signal.aborted) {
        return;
      }
      const outline = answer.ok ? read(JSON.stringify(told.outline)) ?? [] : [];
      this.#result.setLatLngs(outline.map(rings => rings.map(ring => ring.map(([x, y]) => latLng(y, x)))));
      said.classList.toggle('refused', !answer.ok);
      said.replaceChildren(...(answer.ok ? told.said : [told.detail]).map((/** @type {string} */ words) => {
        const line = document.createElement('li');
        line.textContent = words;
        return line;
      }));
      this.dispatchEvent(new CustomEvent('outline-checked', {bubbles: true, detail: {ok: answer.ok}}));
    } catch {
      if (!asking.signal.aborted) {
        this.#tell(this.dataset.failed ?? '');
      }
    }
  }

  /** @param {string} form @param {AbortSignal} [signal] */
  #send(form, signal) {
    const address = new URL(this.#form.action);
    address.searchParams.set('f', form);
    address.searchParams.set('lang', document.documentElement.lang);
    return fetch(address, {method: 'POST', body: new URLSearchParams(/** @type {any} */ (new FormData(this.#form))), signal});
  }

  #submitted = async (/** @type {SubmitEvent} */ event) => {
    if (event.target !== this.#form) {
      return;
    }
    event.preventDefault();
    if (!this.#history.now.length) {
      this.#tell(this.dataset.none ?? '');
      return;
    }
    try {
      const answer = await this.#send('zip');
      if (!answer.ok) {
        const problem = await answer.json();
        this.#tell(problem.detail);
        this.#field(problem.parameter ?? '')?.focus();
        return;
      }
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await answer.blob());
      link.download = /filename="?([^";]+)/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1] ?? 'outline.zip';
      link.click();
      URL.revokeObjectURL(link.href);
      this.#forget();
      this.#tell(this.dataset.done ?? '');
    } catch {
      this.#tell(this.dataset.failed ?? '');
    }
  };

  get #key() {
    const asked = new URLSearchParams(location.search);
    return `outline ${['area', 'within', 'level'].map(name => asked.get(name) ?? '').join(' ')}`;
  }

  #keep() {
    const fields = Object.fromEntries([...new FormData(this.#form)].filter(([name]) => name !== 'outline' && name !== 'area'));
    try {
      localStorage.setItem(this.#key, JSON.stringify({outline: this.#text.value, fields}));
    } catch {
      // A browser that keeps nothing still draws.
    }
  }

  #forget() {
    try {
      localStorage.removeItem(this.#key);
    } catch {
      // Nothing was kept.
    }
  }

  /** @returns {{outline: string, fields: Record<string, string>} | null} */
  get #kept() {
    try {
      return JSON.parse(localStorage.getItem(this.#key) ?? 'null');
    } catch {
      return null;
    }
  }

  /** @param {Record<string, string>} fields */
  #fill(fields) {
    for (const [name, value] of Object.entries(fields ?? {})) {
      const field = this.#field(name);
      if (field?.type === 'checkbox') {
        field.checked = true;
      } else if (field) {
        field.value = value;
      }
    }
  }

  /** @param {string} words */
  #tell(words) {
    this.#one('.told').textContent = words;
  }
}

customElements.define('outline-editor', OutlineEditor);
