// @ts-check
import {compose, isSpoken} from './meeting-composition.js';
import {uuid} from './meeting-store.js';

/** Milliseconds without a key after which what was said is sent. */
const PAUSE = 1500;
/** Milliseconds after which a server out of reach is tried again. */
const AGAIN = 15_000;
/** How often a sending goes on where another one came between. */
const ATTEMPTS = 4;

/** @typedef {import('./meeting-store.js').MeetingStore} MeetingStore */
/** @typedef {{state: 'nothing' | 'kept' | 'waiting' | 'sent' | 'refused', detail: string}} News */

/**
 * Sends what a room has said to the server, as soon as it is in reach: the whole each time, under the identity of the
 * meeting and a growing revision, so that the server has it once whatever is sent again. Of several tabs one sends.
 */
export class MeetingSender {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {'waiting' | 'refused' | null} */
  #trouble = null;
  #detail = '';
  #ended = new AbortController();

  /**
   * @param {MeetingStore} store
   * @param {{area: string, editions: string, language: string, address: string}} meeting
   * @param {() => void} tell is called whenever the news may have changed
   */
  constructor(store, meeting, tell) {
    this.store = store;
    this.meeting = meeting;
    this.tell = tell;
  }

  start() {
    this.store.addEventListener('field', this.#changed);
    window.addEventListener('online', this.#now);
    window.addEventListener('offline', this.tell);
    document.addEventListener('visibilitychange', this.#seen);
    this.#schedule(0);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#ended.abort();
    this.store.removeEventListener('field', this.#changed);
    window.removeEventListener('online', this.#now);
    window.removeEventListener('offline', this.tell);
    document.removeEventListener('visibilitychange', this.#seen);
  }

  /** How things stand. @returns {News} */
  get news() {
    if (!isSpoken(this.store)) {
      return {state: 'nothing', detail: ''};
    }
    if (this.store.get('sent/body') === this.#body()) {
      return {state: 'sent', detail: this.store.get('sent/at')};
    }
    return this.#trouble ? {state: this.#trouble, detail: this.#detail}
      : {state: navigator.onLine ? 'kept' : 'waiting', detail: ''};
  }

  /** Sends without waiting for a pause. */
  flush() {
    this.#schedule(0);
  }

  #now = () => this.#schedule(0);

  #seen = () => {
    if (document.visibilityState === 'visible') {
      this.#schedule(0);
    }
  };

  #changed = (/** @type {Event} */ event) => {
    const {field} = /** @type {CustomEvent} */ (event).detail;
    if (field === null || !/^(sent|sending)\//.test(field)) {
      this.#trouble = null;
      this.#schedule(PAUSE);
    }
    this.tell();
  };

  /** @param {number} pause */
  #schedule(pause) {
    clearTimeout(this.#timer);
    if (!this.#ended.signal.aborted) {
      this.#timer = setTimeout(() => this.#send(), pause);
    }
  }

  #body() {
    return JSON.stringify(compose(this.store, this.meeting.area));
  }

  /** Gives the meeting its identity, day and editions once there is something to keep. */
  #begin() {
    const today = new Date();
    const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map(part => String(part).padStart(2, '0'));
    const first = {
      uuid: uuid(), date: day.join('-'), language: this.meeting.language, editions: this.meeting.editions,
    };
    for (const [field, value] of Object.entries(first)) {
      if (!this.store.get(field)) {
        this.store.set(field, value);
      }
    }
  }

  /** One tab at a time; where browsers know no locks, the revisions tell. */
  async #send() {
    if (!isSpoken(this.store)) {
      this.tell();
      return;
    }
    if (navigator.locks) {
      await navigator.locks.request(`meeting/${this.meeting.area}`, {ifAvailable: true},
        lock => lock ? this.#sendAll() : this.#schedule(PAUSE));
    } else {
      await this.#sendAll();
    }
    this.tell();
  }

  async #sendAll() {
    this.#begin();
    for (let attempt = 0; attempt < ATTEMPTS && !this.#ended.signal.aborted; attempt++) {
      const body = this.#body();
      if (this.store.get('sent/body') === body) {
        return;
      }
      if (this.store.get('sending/body') !== body) {
        this.store.set('sending/revision', String((Number(this.store.get('sending/revision')) || 0) + 1));
        this.store.set('sending/body', body);
      }
      if (!await this.#put(body)) {
        return;
      }
    }
    this.#schedule(PAUSE);
  }

  /** Whether the server answered, so that it can go on. @param {string} body */
  async #put(body) {
    const revision = Number(this.store.get('sending/revision'));
    try {
      const answer = await fetch(this.meeting.address + this.store.get('uuid'), {
        method: 'PUT',
        headers: {'Content-Type': 'application/json', Accept: 'application/json'},
        body: JSON.stringify({revision, ...JSON.parse(body)}),
        signal: this.#ended.signal,
      });
      if (answer.ok) {
        this.#heard(await answer.json(), body);
        return true;
      }
      const again = answer.status >= 500 || answer.status === 429 || answer.status === 408;
      const problem = await answer.json().catch(() => ({}));
      this.#fail(again ? 'waiting' : 'refused', problem.detail ?? String(answer.status));
    } catch {
      this.#fail('waiting', '');
    }
    return false;
  }

  /** @param {{current: boolean, revision: number}} kept what the server says it has @param {string} body */
  #heard(kept, body) {
    this.#trouble = null;
    if (kept.current) {
      this.store.set('sent/at', new Date().toISOString());
      this.store.set('sent/body', body);
    } else {
      // Another one came before: this one is newer.
      this.store.set('sending/revision', String(kept.revision));
      this.store.set('sending/body', '');
    }
  }

  /** @param {'waiting' | 'refused'} trouble @param {string} detail */
  #fail(trouble, detail) {
    this.#trouble = trouble;
    this.#detail = detail;
    if (trouble === 'waiting') {
      this.#schedule(AGAIN);
    }
  }
}
