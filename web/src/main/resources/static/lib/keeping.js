// @ts-check
import {itemsOf, nextPage} from './features.js';

/**
 * Pages kept in the browser, to be read without a network: each keeping is a cache of its own with all that its pages need,
 * and a list of them. The service worker shows them, tells from when they are, and drops what was withdrawn.
 */

/** Changes with the form of what is kept; the service worker drops all others. */
const VERSION = 'observatory-kept-1';
/** The list of a keeping, at an address that no door has. */
const LIST = 'kept.json';
/** Requests at a time. */
const AT_ONCE = 4;
/** Areas that are taken along at most. */
const MOST_AREAS = 150;

/**
 * @typedef {{path: string, editions: string[]}} KeptPage
 * @typedef {{area: string, at: string, pages: KeptPage[], size: number, failed: number}} Kept
 */

/** Whether this browser can keep pages: it cannot where the connection is not secure. */
export function canKeep() {
  return 'caches' in window && 'serviceWorker' in navigator;
}

/** Has the service worker watch over the pages below a base. @param {string} base */
export async function watch(base) {
  await navigator.serviceWorker.register(`${base}/service-worker.js`, {scope: `${base}/`});
  await navigator.serviceWorker.ready;
}

/**
 * Keeps the meeting that is open, in every language, tied to its editions.
 * @param {string} base
 * @param {string} area
 * @returns {Promise<boolean>} whether it goes on without a network
 */
export async function keepMeeting(base, area) {
  if (!canKeep()) {
    return false;
  }
  const keeping = await Keeping.begin(base, 'meeting', area);
  try {
    await watch(base);
    await keeping.page(`${base}/areas/${area}/meeting`, location.search);
    await keeping.finish();
    return true;
  } catch (failure) {
    await keeping.discard();
    // The meeting goes on; a network cut then ends with this page.
    console.info('The meeting could not be kept for later', failure);
    return false;
  }
}

/**
 * Takes an area along with all within it: their pages, their meetings, their map.
 * @param {string} base
 * @param {string} area
 * @param {(done: number, all: number) => void} tell
 * @returns {Promise<Kept | 'many'>}
 */
export async function takeAlong(base, area, tell) {
  const areas = await within(base, area);
  if (areas.length > MOST_AREAS) {
    return 'many';
  }
  await watch(base);
  await navigator.storage?.persist?.();
  const keeping = await Keeping.begin(base, 'along', area);
  const pages = areas.flatMap(one => [`${base}/areas/${one}`, `${base}/areas/${one}/meeting`]);
  try {
    for (const [done, page] of pages.entries()) {
      tell(done, pages.length + 1);
      await keeping.page(page, '');
    }
    tell(pages.length, pages.length + 1);
    await keeping.page(`${base}/map`, `?within=${encodeURIComponent(area)}`);
    return await keeping.finish();
  } catch (failure) {
    await keeping.discard();
    throw failure;
  }
}

/** What was taken along of an area. @param {string} base @param {string} area @returns {Promise<Kept | null>} */
export async function keptAlong(base, area) {
  for (const name of await names(base, 'along', area)) {
    const list = await (await caches.open(name)).match(`${base}/${LIST}`);
    if (list) {
      return list.json();
    }
  }
  return null;
}

/** @param {string} base @param {string} area */
export async function removeAlong(base, area) {
  await Promise.all((await names(base, 'along', area)).map(name => caches.delete(name)));
}

/** The caches of a keeping, the newest first. @param {string} base @param {string} kind @param {string} area */
async function names(base, kind, area) {
  const beginning = `${VERSION}|${base}|${kind}|${area}|`;
  return (await caches.keys()).filter(name => name.startsWith(beginning)).sort().reverse();
}

/** An area and all within it, from above. @param {string} base @param {string} area */
async function within(base, area) {
  const found = [];
  for (const open = [area]; open.length && found.length <= MOST_AREAS;) {
    const code = /** @type {string} */ (open.shift());
    const answer = await fetch(`${base}/areas/${encodeURIComponent(code)}?f=json`);
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    found.push(code);
    open.push(...(await answer.json()).inside.map((/** @type {{code: string}} */ one) => one.code));
  }
  return found;
}

/** A keeping while it is filled. */
class Keeping {
  /** @type {Set<string>} */
  #seen = new Set();
  /** @type {KeptPage[]} */
  #pages = [];
  #size = 0;
  #failed = 0;
  /** @type {Record<string, string>} */
  #imports = {};

  /** @param {string} base @param {string} kind @param {string} area @param {string} name @param {Cache} cache */
  constructor(base, kind, area, name, cache) {
    this.base = base;
    this.kind = kind;
    this.area = area;
    this.name = name;
    this.cache = cache;
  }

  /** @param {string} base @param {string} kind @param {string} area */
  static async begin(base, kind, area) {
    const name = `${VERSION}|${base}|${kind}|${area}|${String(Date.now()).padStart(15, '0')}`;
    return new Keeping(base, kind, area, name, await caches.open(name));
  }

  /**
   * Keeps a page in every language, and once more as this reader gets it without asking for one.
   * @param {string} path
   * @param {string} search
   */
  async page(path, search) {
    const languages = [...document.querySelectorAll('link[hreflang]')].map(link => link.getAttribute('hreflang') ?? '');
    const before = this.#pages.length;
    for (const language of languages) {
      const asked = new URLSearchParams(search);
      asked.set('lang', language);
      const html = await this.#take(`${path}?${asked}`, `${path}?lang=${language}`, path, language);
      if (html) {
        const page = new DOMParser().parseFromString(html, 'text/html');
        this.#pages.push({path: `${path}?lang=${language}`, editions: editionsOf(page)});
        await this.#needs(page, `${path}?${asked}`);
      }
    }
    if (this.#pages.length === before) {
      this.#failed++;
    }
  }

  /**
   * Fetches a page without cookies, so that the reader's own language stays as it is chosen.
   * @param {string} address
   * @param {string} key
   * @param {string} path
   * @param {string} language
   */
  async #take(address, key, path, language) {
    const answer = await fetch(address, {credentials: 'omit', headers: {Accept: 'text/html'}});
    if (!answer.ok) {
      return null;
    }
    const html = await answer.text();
    this.#size += new Blob([html]).size;
    await this.cache.put(key, this.#dated(answer, html));
    if (language === document.documentElement.lang) {
      await this.cache.put(path, this.#dated(answer, html));
      this.#pages.push({path, editions: editionsOf(new DOMParser().parseFromString(html, 'text/html'))});
    }
    return html;
  }

  /** The same answer, with the day on which it was kept. @param {Response} answer @param {string} html */
  #dated(answer, html) {
    const headers = new Headers(answer.headers);
    ['Content-Encoding', 'Content-Length'].forEach(name => headers.delete(name));
    headers.set('Observatory-Kept', new Date().toISOString());
    return new Response(html, {headers});
  }

  /** What a page is drawn with: styles, scripts, fonts, sentences read aloud, and the outlines and figures of its map. @param {Document} page @param {string} address */
  async #needs(page, address) {
    const map = page.querySelector('script[type=importmap]');
    this.#imports = map ? JSON.parse(map.textContent ?? '{}').imports ?? {} : {};
    const files = [...page.querySelectorAll('link[rel=stylesheet], link[rel=icon], script[src], audio[src]')]
      .map(element => element.getAttribute('href') ?? element.getAttribute('src') ?? '');
    const at = new URL(address, location.href);
    await this.#files(files.filter(Boolean).map(file => new URL(file, at).href));
    for (const element of page.querySelectorAll('[data-items][data-extent]')) {
      const {items = '', extent = ''} = /** @type {HTMLElement} */ (element).dataset;
      await this.#outlines(itemsOf(new URL(items, at).href, extent));
    }
  }

  /** The outlines of a map, under the addresses at which its page asks for them. @param {string} first */
  async #outlines(first) {
    for (let address = /** @type {string | null} */ (first); address && !this.#seen.has(address);) {
      this.#seen.add(address);
      const answer = await fetch(address, {headers: {Accept: 'application/geo+json'}});
      if (!answer.ok) {
        return;
      }
      this.#size += (await answer.clone().blob()).size;
      await this.cache.put(address, answer.clone());
      address = nextPage((await answer.json()).links);
    }
  }

  /** @param {string[]} addresses */
  async #files(addresses) {
    const open = addresses.filter(address => new URL(address).origin === location.origin && !this.#seen.has(address));
    open.forEach(address => this.#seen.add(address));
    for (let from = 0; from < open.length; from += AT_ONCE) {
      await Promise.all(open.slice(from, from + AT_ONCE).map(address => this.#file(address)));
    }
  }

  /** Keeps a file and those that it names. @param {string} address */
  async #file(address) {
    const answer = await fetch(address);
    if (!answer.ok) {
      return;
    }
    const type = answer.headers.get('Content-Type') ?? '';
    const copy = answer.clone();
    this.#size += (await answer.clone().blob()).size;
    await this.cache.put(address, answer);
    if (type.includes('javascript')) {
      const text = await copy.text();
      await this.#files([...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"\n]+)['"]/g)].flatMap(([, name]) => this.#module(name, address)));
    } else if (type.includes('css')) {
      const text = await copy.text();
      await this.#files([...text.matchAll(/url\(\s*['"]?([^'")]+)['"]?\s*\)/g)].filter(([, name]) => !name.startsWith('data:') && !name.startsWith('#'))
        .map(([, name]) => new URL(name, address).href));
    }
  }

  /** Where a module is that another imports. @param {string} name @param {string} from */
  #module(name, from) {
    if (/^(\.|\/)/.test(name)) {
      return [new URL(name, from).href];
    }
    return this.#imports[name] ? [new URL(this.#imports[name], location.href).href] : [];
  }

  /** Takes the place of what was kept before. @returns {Promise<Kept>} */
  async finish() {
    if (!this.#pages.length) {
      throw new Error('Nothing to keep');
    }
    const kept = {area: this.area, at: new Date().toISOString(), pages: this.#pages, size: this.#size, failed: this.#failed};
    await this.cache.put(`${this.base}/${LIST}`, new Response(JSON.stringify(kept), {headers: {'Content-Type': 'application/json'}}));
    const former = (await names(this.base, this.kind, this.area)).filter(name => name !== this.name);
    await Promise.all(former.map(name => caches.delete(name)));
    return kept;
  }

  async discard() {
    await caches.delete(this.name);
  }
}

/** The editions that the foot of a page cites, as `dataset/number`. @param {Document} page */
function editionsOf(page) {
  return [...page.querySelectorAll('.foot .sources a[href]')].flatMap(link => {
    const [, dataset, number] = /\/datasets\/([^/]+)\/editions\/(\d+)$/.exec(link.getAttribute('href') ?? '') ?? [];
    return dataset ? [`${dataset}/${number}`] : [];
  });
}
