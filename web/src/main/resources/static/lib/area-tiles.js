// @ts-check
import {GridLayer, point, polygon, tooltip} from 'leaflet';
import {AreaCursor} from './area-cursor.js';
import {canvasFill, look} from './canvas-fills.js';
import {EXTENT, holds, readTile} from './vector-tile.js';

/** @typedef {import('../elements/area-map.js').Shade} Shade */
/** @typedef {import('./vector-tile.js').TileArea} TileArea */

/** Milliseconds of drawing between two frames, so that the map follows the hand. */
const SLICE = 12;
/** The deepest tiles that there are; beyond, they are magnified. */
const DEEPEST = 14;
/** Dots below which areas are drawn without their edges. */
const NARROW = 8;
/** Edge of a tile on the screen. */
const SIZE = 256;

/**
 * A tile that is shown.
 * @typedef {object} Shown
 * @property {HTMLCanvasElement} canvas
 * @property {TileArea[]} areas
 * @property {import('leaflet').Coords} coords
 * @property {number} drawing number of the drawing under way
 * @property {() => void} done says that it can be seen, when it was drawn for the first time
 */

const Grid = /** @type {typeof GridLayer} */ (GridLayer.extend({
  createTile(/** @type {import('leaflet').Coords} */ coords, /** @type {(error: Error | undefined, tile: HTMLElement) => void} */ done) {
    const canvas = document.createElement('canvas');
    this.options.draw(canvas, coords, done);
    return canvas;
  },
}));

/** Thousands of areas, drawn on canvases from vector tiles. */
export class AreaTiles {
  #map;
  #grid;
  #reader;
  #address;
  /** @type {Map<HTMLElement, Shown>} */
  #tiles = new Map();
  /** @type {Map<string, Shade>} */
  #shades = new Map();
  /** @type {Set<string>} */
  #picked = new Set();
  #ink = '#82908f';
  /** @type {(() => void)[]} */
  #work = [];
  #mark;
  #tip = tooltip({direction: 'top', interactive: false});
  #pointed = /** @type {string | null} */ (null);
  #cursor;
  /** Whether colours bear the signs that tell them apart on grey paper. */
  #onPaper = false;

  /**
   * @param {import('leaflet').Map} map
   * @param {string} tiles address of the collection's tiles
   * @param {{words: (code: string) => HTMLElement, point: (code: string | null) => void, open: (code: string, event: UIEvent) => void}} reader
   */
  constructor(map, tiles, reader) {
    this.#map = map;
    this.#reader = reader;
    this.#address = tiles;
    this.#grid = new Grid(/** @type {any} */ ({
      tileSize: SIZE, maxNativeZoom: DEEPEST, updateWhenZooming: false, keepBuffer: 1, draw: this.#create,
    }));
    this.#grid.on('tileunload', (/** @type {any} */ event) => this.#tiles.delete(event.tile));
    this.#grid.addTo(map);
    map.on('mousemove', this.#moved);
    map.on('mouseout', this.#left);
    map.on('click', this.#clicked);
    this.#cursor = new AreaCursor(map, {
      boxes: () => this.#boxes(),
      name: code => this.#shades.get(code),
      point: code => {
        reader.point(code);
        this.#tip.remove();
      },
      open: reader.open,
    });
    window.addEventListener('beforeprint', this.#toPaper);
    window.addEventListener('afterprint', this.#toScreen);
  }

  remove() {
    this.#cursor.remove();
    window.removeEventListener('beforeprint', this.#toPaper);
    window.removeEventListener('afterprint', this.#toScreen);
    this.#map.off('mousemove', this.#moved);
    this.#map.off('mouseout', this.#left);
    this.#map.off('click', this.#clicked);
    this.#mark?.remove();
    this.#tip.remove();
    this.#grid.remove();
  }

  /** Names would cover thousands of areas. */
  get codes() {
    return [];
  }

  rings() {
    return [];
  }

  /** @param {Map<string, Shade>} shades @param {string} ink @param {number} opacity */
  shade(shades, ink, opacity) {
    this.#shades = shades;
    this.#ink = ink;
    this.#grid.setOpacity(opacity);
    this.#tiles.forEach(tile => this.#draw(tile));
  }

  /** @param {Set<string>} codes */
  pick(codes) {
    this.#picked = codes;
    this.#tiles.forEach(tile => this.#draw(tile));
  }

  /** @param {string | null} code */
  point(code) {
    this.#mark?.remove();
    this.#mark = undefined;
    this.#pointed = code;
    for (const {areas, coords} of code ? this.#tiles.values() : []) {
      const parts = areas.filter(each => each.code === code);
      if (parts.length) {
        const corners = parts.flatMap(part => part.rings).map(ring => Array.from({length: ring.length / 2},
          (_, i) => this.#place(coords, ring[2 * i], ring[2 * i + 1])));
        this.#mark = polygon(corners, {color: '#e3a72f', weight: 4, fill: false, interactive: false}).addTo(this.#map);
        return;
      }
    }
  }

  #create = (/** @type {HTMLCanvasElement} */ canvas, /** @type {import('leaflet').Coords} */ coords, /** @type {any} */ done) => {
    const dots = Math.ceil(SIZE * (window.devicePixelRatio || 1));
    canvas.width = canvas.height = dots;
    /** @type {Shown} */
    const tile = {canvas, areas: [], coords, drawing: 0, done: () => done(undefined, canvas)};
    const side = 2 ** coords.z;
    if (coords.y < 0 || coords.y >= side) {
      queueMicrotask(() => done(undefined, canvas));
      return;
    }
    const column = ((coords.x % side) + side) % side;
    fetch(`${this.#address}/WebMercatorQuad/${coords.z}/${coords.y}/${column}`).then(async answer => {
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      tile.areas = answer.status === 204 ? [] : readTile(await answer.arrayBuffer());
      if (canvas.isConnected) {
        this.#tiles.set(canvas, tile);
        this.#draw(tile);
      }
    }).catch(failure => done(failure, canvas));
  };

  /**
   * Draws a tile, look by look, a little between two frames each.
   * @param {Shown} tile
   */
  #draw(tile) {
    const {canvas, areas} = tile;
    const number = ++tile.drawing;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    const scale = canvas.width / EXTENT;
    /** @type {Map<string, {shade: Shade, areas: TileArea[]}>} */
    const looks = new Map();
    for (const area of areas) {
      const shade = this.#shades.get(area.code);
      if (shade) {
        const key = look(shade, this.#onPaper);
        (looks.get(key) ?? looks.set(key, {shade, areas: []}).get(key))?.areas.push(area);
      }
    }
    const steps = [...looks.values()].flatMap(({shade, areas: alike}) => chunks(alike).map(some => () => {
      trace(context, some, scale);
      context.fillStyle = canvasFill(context, shade, this.#onPaper);
      context.fill('evenodd');
    }));
    steps.unshift(() => context.clearRect(0, 0, canvas.width, canvas.height));
    // Edges around areas of a few dots would hide them.
    const edged = breadth(areas) * scale > NARROW ? areas.filter(area => this.#shades.has(area.code)) : [];
    steps.push(...chunks(edged).map(some => () => {
      trace(context, some, scale);
      context.strokeStyle = this.#ink;
      context.lineWidth = 0.8;
      context.stroke();
    }), () => {
      trace(context, areas.filter(area => this.#picked.has(area.code)), scale);
      context.strokeStyle = '#e3a72f';
      context.lineWidth = 4;
      context.stroke();
    });
    steps.push(tile.done);
    this.#work.push(...steps.map(step => () => tile.drawing === number && step()));
    if (this.#work.length === steps.length) {
      requestAnimationFrame(this.#pump);
    }
  }

  /** Works for a slice of each frame, whichever tiles there are to draw. */
  #pump = () => {
    const until = performance.now() + SLICE;
    let at = 0;
    while (at < this.#work.length && performance.now() < until) {
      this.#work[at++]();
    }
    this.#work.splice(0, at);
    if (this.#work.length) {
      requestAnimationFrame(this.#pump);
    }
  };

  #toPaper = () => this.#redraw(true);

  #toScreen = () => this.#redraw(false);

  /** Draws all tiles at once: paper does not wait for the next frame. @param {boolean} onPaper */
  #redraw(onPaper) {
    this.#onPaper = onPaper;
    this.#tiles.forEach(tile => this.#draw(tile));
    this.#work.splice(0).forEach(step => step());
  }

  /** Where the areas that are shown lie, in pixels of the layer. */
  #boxes() {
    /** @type {Map<string, [number, number, number, number]>} */
    const boxes = new Map();
    for (const {coords, areas} of this.#tiles.values()) {
      const corner = (/** @type {number} */ x, /** @type {number} */ y) => this.#map.latLngToLayerPoint(this.#place(coords, x, y));
      const from = corner(0, 0);
      const scale = (corner(EXTENT, EXTENT).x - from.x) / EXTENT;
      for (const {code, box} of areas) {
        const [west, north, east, south] = box;
        const known = boxes.get(code) ?? [Infinity, Infinity, -Infinity, -Infinity];
        boxes.set(code, [
          Math.min(known[0], from.x + west * scale), Math.min(known[1], from.y + north * scale),
          Math.max(known[2], from.x + east * scale), Math.max(known[3], from.y + south * scale),
        ]);
      }
    }
    return boxes;
  }

  /** @param {import('leaflet').Coords} coords @param {number} x @param {number} y */
  #place(coords, x, y) {
    const dot = point((coords.x + x / EXTENT) * SIZE, (coords.y + y / EXTENT) * SIZE);
    return /** @type {import('leaflet').CRS} */ (this.#map.options.crs).pointToLatLng(dot, coords.z);
  }

  /** @param {import('leaflet').LatLng} place */
  #at(place) {
    for (const {coords, areas} of this.#tiles.values()) {
      const world = /** @type {import('leaflet').Point} */ (this.#map.options.crs?.latLngToPoint(place, coords.z));
      const x = (world.x / SIZE - coords.x) * EXTENT;
      const y = (world.y / SIZE - coords.y) * EXTENT;
      if (x >= 0 && y >= 0 && x < EXTENT && y < EXTENT) {
        const area = areas.find(each => this.#shades.has(each.code) && holds(each, x, y));
        if (area) {
          return area.code;
        }
      }
    }
    return null;
  }

  #moved = (/** @type {import('leaflet').LeafletMouseEvent} */ event) => {
    const code = this.#at(event.latlng);
    if (code !== this.#pointed) {
      this.#reader.point(code);
      this.#tip.remove();
      if (code) {
        this.#tip.setContent(this.#reader.words(code)).setLatLng(event.latlng).addTo(this.#map);
      }
    }
  };

  #left = () => {
    this.#tip.remove();
    this.#reader.point(null);
  };

  #clicked = (/** @type {import('leaflet').LeafletMouseEvent} */ event) => {
    const code = this.#at(event.latlng);
    if (code) {
      this.#reader.open(code, event.originalEvent);
    }
  };
}

/** How wide areas are in the middle. @param {TileArea[]} areas */
function breadth(areas) {
  const widths = areas.map(({box}) => box[2] - box[0]).sort((one, other) => one - other);
  return widths[widths.length >> 1] ?? 0;
}

/** Few enough to be drawn between two frames. @param {TileArea[]} areas @returns {TileArea[][]} */
function chunks(areas) {
  const size = 500;
  return Array.from({length: Math.ceil(areas.length / size)}, (_, i) => areas.slice(i * size, (i + 1) * size));
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {TileArea[]} areas
 * @param {number} scale
 */
function trace(context, areas, scale) {
  context.beginPath();
  for (const {rings} of areas) {
    for (const ring of rings) {
      context.moveTo(ring[0] * scale, ring[1] * scale);
      for (let i = 2; i < ring.length; i += 2) {
        context.lineTo(ring[i] * scale, ring[i + 1] * scale);
      }
      context.closePath();
    }
  }
}
