// @ts-check
/** What a room has said, kept in the browser at every keystroke: each field under a key of its own. */

/** @type {Map<string, MeetingStore>} */
const stores = new Map();

/** The one store of a page for an area. @param {string} area */
export function storeOf(area) {
  let store = stores.get(area);
  if (!store) {
    store = new MeetingStore(area);
    stores.set(area, store);
  }
  return store;
}

/** The store of the meeting that an element stands in. @param {Element} element */
export function storeAround(element) {
  return storeOf(/** @type {HTMLElement | null} */ (element.closest('meeting-room'))?.dataset.area ?? '');
}

/**
 * The fields of one meeting. Two tabs never write over each other, since no key holds more than one field, and each hears
 * of the other's: an event `field` says which field changed, null for all of them, and whether another tab did it. What
 * the browser does not keep is held in memory, and the event `unkept` says so.
 */
export class MeetingStore extends EventTarget {
  #prefix;
  /** @type {Map<string, string | null>} */
  #memory = new Map();
  /** Why the browser keeps nothing: `full` or `denied`; null while it does. @type {'full' | 'denied' | null} */
  problem = null;

  /** @param {string} area */
  constructor(area) {
    super();
    this.#prefix = `meeting/${area}/`;
    window.addEventListener('storage', event => {
      if (event.key === null) {
        this.#tell(null, true);
      } else if (event.key.startsWith(this.#prefix)) {
        this.#memory.delete(event.key.slice(this.#prefix.length));
        this.#tell(event.key.slice(this.#prefix.length), true);
      }
    });
  }

  /** @param {string} field @returns {string} empty where nothing is kept */
  get(field) {
    const held = this.#memory.get(field);
    return (held === undefined ? this.#kept(field) : held) ?? '';
  }

  /** @param {string} field */
  #kept(field) {
    try {
      return localStorage.getItem(this.#prefix + field);
    } catch {
      this.#complain('denied');
      return null;
    }
  }

  /** Keeps a field; an empty one is no field. @param {string} field @param {string} value */
  set(field, value) {
    if (this.get(field) === value) {
      return;
    }
    try {
      if (value) {
        localStorage.setItem(this.#prefix + field, value);
      } else {
        localStorage.removeItem(this.#prefix + field);
      }
      this.#memory.delete(field);
      this.#recover();
    } catch (failure) {
      this.#memory.set(field, value || null);
      this.#complain(failure instanceof DOMException && failure.name === 'QuotaExceededError' ? 'full' : 'denied');
    }
    this.#tell(field, false);
  }

  /** What was only held in memory is kept once there is room. */
  #recover() {
    for (const [field, value] of this.#memory) {
      localStorage.setItem(this.#prefix + field, value ?? '');
      this.#memory.delete(field);
    }
    if (this.problem) {
      this.problem = null;
      this.dispatchEvent(new CustomEvent('unkept'));
    }
  }

  /** @param {'full' | 'denied'} problem */
  #complain(problem) {
    if (this.problem !== problem) {
      this.problem = problem;
      this.dispatchEvent(new CustomEvent('unkept'));
    }
  }

  /** @param {string | null} field @param {boolean} elsewhere */
  #tell(field, elsewhere) {
    this.dispatchEvent(new CustomEvent('field', {detail: {field, elsewhere}}));
  }

  /** All fields that are kept, sorted. @returns {[string, string][]} */
  entries() {
    /** @type {Map<string, string>} */
    const all = new Map();
    try {
      for (let nth = 0; nth < localStorage.length; nth++) {
        const key = localStorage.key(nth);
        if (key?.startsWith(this.#prefix)) {
          all.set(key.slice(this.#prefix.length), localStorage.getItem(key) ?? '');
        }
      }
    } catch {
      this.#complain('denied');
    }
    for (const [field, value] of this.#memory) {
      all.set(field, value ?? '');
    }
    return [...all].filter(([, value]) => value).sort(([one], [other]) => one < other ? -1 : 1);
  }

  /** Erases the meeting from this device. */
  clear() {
    for (const [field] of this.entries()) {
      this.set(field, '');
    }
    this.#tell(null, false);
  }
}

/** A code that no other device gives. @param {number} bytes */
export function lot(bytes) {
  const drawn = crypto.getRandomValues(new Uint8Array(bytes));
  return [...drawn].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/** A version 4 UUID (RFC 9562), also where the page did not come by a safe way. */
export function uuid() {
  const digits = lot(16);
  const variant = (8 + Number.parseInt(digits[16], 16) % 4).toString(16);
  return [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`, variant + digits.slice(17, 20),
    digits.slice(20)].join('-');
}
