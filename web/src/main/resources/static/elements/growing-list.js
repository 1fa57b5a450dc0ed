// @ts-check
import {showFields} from '../lib/meeting-fields.js';
import {lot, storeAround} from '../lib/meeting-store.js';

/** Characters of a code that say when a line was begun, so that lines stand in that order. */
const MOMENT = 9;

/**
 * A list that the room fills: priorities, decisions. Each line has a code of its own, under which its fields are kept; one
 * that says nothing is not recorded.
 */
export class GrowingList extends HTMLElement {
  connectedCallback() {
    const add = this.#add;
    if (add) {
      add.hidden = false;
      add.addEventListener('click', this.#begin);
    }
    this.addEventListener('keydown', this.#entered);
    this.#store.addEventListener('field', this.#changed);
    this.#draw();
    if (!this.#lines.length) {
      this.#line(code());
    }
  }

  disconnectedCallback() {
    this.#add?.removeEventListener('click', this.#begin);
    this.removeEventListener('keydown', this.#entered);
    this.#store.removeEventListener('field', this.#changed);
  }

  get #store() {
    return storeAround(this);
  }

  get #add() {
    return /** @type {HTMLElement | null} */ (this.querySelector('.add'));
  }

  get #lines() {
    return /** @type {HTMLElement[]} */ ([...this.querySelectorAll('ol > li')]);
  }

  #begin = () => {
    const empty = this.#lines.find(line => !this.#store.get(`${this.dataset.kind}/${line.dataset.code}/text`));
    const line = empty ?? this.#line(code());
    /** @type {HTMLElement | null} */ (line.querySelector('[data-name=text]'))?.focus();
  };

  /** Enter in a line begins the next one. */
  #entered = (/** @type {KeyboardEvent} */ event) => {
    const field = /** @type {HTMLElement} */ (event.target);
    if (event.key === 'Enter' && !event.isComposing && field instanceof HTMLInputElement && field.dataset.name === 'text') {
      event.preventDefault();
      this.#begin();
    }
  };

  #changed = (/** @type {Event} */ event) => {
    const {field, elsewhere} = /** @type {CustomEvent} */ (event).detail;
    if (field === null) {
      this.#lines.forEach(line => line.remove());
      this.#draw();
      if (!this.#lines.length) {
        this.#line(code());
      }
    } else if (elsewhere && field.startsWith(`${this.dataset.kind}/`)) {
      this.#draw();
    }
  };

  /** A line for each code that is kept and has none yet. */
  #draw() {
    const prefix = `${this.dataset.kind}/`;
    const known = new Set(this.#lines.map(line => line.dataset.code));
    for (const [field] of this.#store.entries()) {
      const [own] = field.startsWith(prefix) ? field.slice(prefix.length).split('/') : [''];
      if (own && !known.has(own)) {
        known.add(own);
        this.#line(own);
      }
    }
  }

  /** @param {string} own code of the line */
  #line(own) {
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector('template'));
    const copy = /** @type {DocumentFragment} */ (document.importNode(template.content, true));
    const line = /** @type {HTMLElement} */ (copy.querySelector('li'));
    line.dataset.code = own;
    line.querySelectorAll('[data-name]').forEach(part => {
      const field = /** @type {HTMLElement} */ (part);
      const ending = field instanceof HTMLInputElement && field.type === 'checkbox' ? `/${field.value}` : '';
      field.dataset.field = `${this.dataset.kind}/${own}/${field.dataset.name}${ending}`;
    });
    this.querySelector('ol')?.append(line);
    showFields(line, this.#store);
    return line;
  }
}

/** A code that sorts by when it was given. */
function code() {
  return Date.now().toString(36).padStart(MOMENT, '0') + lot(3);
}

customElements.define('growing-list', GrowingList);
