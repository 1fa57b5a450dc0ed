// @ts-check
import {showFields} from '../lib/meeting-fields.js';
import {storeAround} from '../lib/meeting-store.js';

/**
 * What the room says of a figure: that it is right, that it is not so here, or that there is more to say; pressing what is
 * pressed takes it back. The word is tied to the observation and the edition on the screen.
 */
export class FigureVerdict extends HTMLElement {
  #screen = this.closest('.screen');

  connectedCallback() {
    const note = this.querySelector('textarea');
    this.hidden = false;
    if (note) {
      note.dataset.field = `${this.#field}/note`;
    }
    this.#screen = this.closest('.screen');
    this.#screen?.addEventListener('screen-shown', this.#shown);
    this.addEventListener('click', this.#pressed);
    this.#store.addEventListener('field', this.#changed);
    showFields(this, this.#store);
    this.#draw();
  }

  disconnectedCallback() {
    this.#screen?.removeEventListener('screen-shown', this.#shown);
    this.removeEventListener('click', this.#pressed);
    this.#store.removeEventListener('field', this.#changed);
  }

  get #store() {
    return storeAround(this);
  }

  get #field() {
    return `figure/${this.dataset.figure}@${this.dataset.edition}`;
  }

  get #verdict() {
    return this.#store.get(`${this.#field}/verdict`);
  }

  /** That the room saw the figure is worth a line, whatever it said. */
  #shown = () => {
    if (!this.#verdict) {
      this.#store.set(`${this.#field}/verdict`, 'shown');
    }
  };

  #pressed = (/** @type {Event} */ event) => {
    const button = /** @type {Element} */ (event.target).closest('button');
    if (button) {
      this.#store.set(`${this.#field}/verdict`, this.#verdict === button.name ? 'shown' : button.name);
      this.#draw();
      const note = this.querySelector('textarea');
      if (this.#verdict === 'contested' || this.#verdict === 'completed') {
        note?.focus();
      }
    }
  };

  #changed = (/** @type {Event} */ event) => {
    const {field} = /** @type {CustomEvent} */ (event).detail;
    if (field === null || field.startsWith(`${this.#field}/`)) {
      this.#draw();
    }
  };

  #draw() {
    this.querySelectorAll('button').forEach(button => {
      button.setAttribute('aria-pressed', String(button.name === this.#verdict));
    });
    const spoken = this.#verdict !== '' && this.#verdict !== 'shown';
    const noted = this.#store.get(`${this.#field}/note`) !== '';
    this.querySelector('.note')?.toggleAttribute('hidden', !spoken && !noted);
  }
}

customElements.define('figure-verdict', FigureVerdict);
