// @ts-check
/// <reference lib="webworker" />
/**
 * Shows pages that were kept while there is no network, and says from when they are. The network always comes first, and
 * nothing is kept here: that is done by pages, when a reader opens a meeting or takes a town along.
 */

/** As in lib/keeping.js. */
const VERSION = 'observatory-kept-1';
const ALL_VERSIONS = 'observatory-kept-';
const LIST = 'kept.json';
/** Milliseconds that a network may take that hardly works, where there is something kept. */
const PATIENCE = 8000;
/** Milliseconds after which withdrawn editions are looked for again. */
const AGAIN = 60_000;
/** What stands before a server says where it is not to be reached. */
const DOWN = new Set([502, 503, 504]);
/** What is never kept nor shown from what is kept, below the base. */
const LIVE = /^\/(?:preview|admin|actuator|api\/meetings)(?:\/|$)/;

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const base = new URL(worker.registration.scope).pathname.replace(/\/$/, '');
let looked = 0;

worker.addEventListener('install', () => worker.skipWaiting());

worker.addEventListener('activate', event => event.waitUntil(dropOld().then(() => worker.clients.claim())));

worker.addEventListener('fetch', event => {
  const address = new URL(event.request.url);
  const path = address.pathname.slice(base.length);
  if (event.request.method === 'GET' && address.origin === worker.location.origin
      && address.pathname.startsWith(`${base}/`) && !LIVE.test(path)) {
    event.respondWith(answer(event, address));
  }
});

/** Caches of another form. */
async function dropOld() {
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith(ALL_VERSIONS) && !name.startsWith(`${VERSION}|`))
    .map(name => caches.delete(name)));
}

/** @param {FetchEvent} event @param {URL} address */
async function answer(event, address) {
  const page = event.request.mode === 'navigate' || event.request.destination === 'document';
  try {
    const fresh = await patiently(event.request, page && await find(address, true) !== null);
    if (page && DOWN.has(fresh.status) && await find(address, true)) {
      throw new Error(String(fresh.status));
    }
    if (page && Date.now() - looked > AGAIN) {
      looked = Date.now();
      event.waitUntil(dropWithdrawn());
    }
    return fresh;
  } catch (unreachable) {
    const kept = await find(address, page);
    if (!kept) {
      throw unreachable;
    }
    return page ? told(kept) : kept;
  }
}

/**
 * Asks the network; with something at hand, not for ever.
 * @param {Request} request
 * @param {boolean} kept
 * @returns {Promise<Response>}
 */
function patiently(request, kept) {
  const asked = fetch(request);
  return kept ? Promise.race([asked, new Promise((_, fail) => {
    setTimeout(() => fail(new Error('Too slow')), PATIENCE);
  })]) : asked;
}

/** The finished keepings below this base: those of meetings, which are tied to their editions, then the newest. */
async function keepings() {
  const names = (await caches.keys()).filter(name => name.startsWith(`${VERSION}|${base}|`))
    .sort((one, other) => Number(isMeeting(other)) - Number(isMeeting(one)) || moment(other) - moment(one));
  const all = await Promise.all(names.map(name => caches.open(name)));
  const lists = await Promise.all(all.map(cache => cache.match(`${base}/${LIST}`)));
  return all.map((cache, at) => ({name: names[at], cache, list: lists[at]})).filter(({list}) => list);
}

/** @param {string} name */
function isMeeting(name) {
  return name.startsWith(`${VERSION}|${base}|meeting|`);
}

/** @param {string} name */
function moment(name) {
  return Number(name.slice(name.lastIndexOf('|') + 1));
}

/**
 * What is kept of an address: a page by its path and the language asked for, whatever else its query says; a file exactly.
 * @param {URL} address
 * @param {boolean} page
 */
async function find(address, page) {
  const language = address.searchParams.get('lang');
  const key = page ? address.pathname + (language ? `?lang=${language}` : '') : address.href;
  if (page && address.searchParams.has('f')) {
    return null;
  }
  for (const {cache} of await keepings()) {
    const kept = await cache.match(key);
    if (kept) {
      return kept;
    }
  }
  return null;
}

/** A kept page that says so at its head. @param {Response} kept */
async function told(kept) {
  const html = await kept.text();
  const language = /<html[^>]*\blang="([a-z]+)"/.exec(html)?.[1] ?? 'fr';
  const day = new Intl.DateTimeFormat(language === 'ar' ? 'ar-MA-u-nu-latn' : language, {dateStyle: 'long', timeStyle: 'short'})
    .format(new Date(kept.headers.get('Observatory-Kept') ?? Date.now()));
  return new Response(html.replace('class="notice kept" hidden', 'class="notice kept"').replace('[kept]', day),
    {headers: kept.headers});
}

/** Drops the pages of editions that were withdrawn since, now that somebody can tell. */
async function dropWithdrawn() {
  /** @type {Map<string, Promise<boolean>>} */
  const asked = new Map();
  const isWithdrawn = (/** @type {string} */ edition) => {
    if (!asked.has(edition)) {
      const [dataset, number] = edition.split('/');
      asked.set(edition, fetch(`${base}/datasets/${dataset}/editions/${number}`, {method: 'HEAD'})
        .then(told => told.status === 410, () => false));
    }
    return /** @type {Promise<boolean>} */ (asked.get(edition));
  };
  for (const {cache, list} of await keepings()) {
    const kept = await /** @type {Response} */ (list).json();
    /** @type {{path: string, editions: string[]}[]} */
    const standing = [];
    for (const page of kept.pages) {
      if ((await Promise.all(page.editions.map(isWithdrawn))).some(Boolean)) {
        await cache.delete(page.path);
      } else {
        standing.push(page);
      }
    }
    if (standing.length < kept.pages.length) {
      await cache.put(`${base}/${LIST}`, new Response(JSON.stringify({...kept, pages: standing}),
        {headers: {'Content-Type': 'application/json'}}));
    }
  }
}
