// @ts-check
import {storeAround} from '../lib/meeting-store.js';

/** Dots that are drawn; more are only counted. */
const DRAWN = 40;
/** As many as a hall holds. */
const MOST = 10_000;

/** Counts the dots that people put on something. */
export class DotVotes extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', this.#pressed);
    storeAround(this).addEventListener('field', this.#changed);
    this.#draw();
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.#pressed);
    this.#store?.removeEventListener('field', this.#changed);
  }

  get #store() {
    return storeAround(this);
  }

  get #votes() {
    return Number(this.#store.get(this.dataset.field ?? '')) || 0;
  }

  #pressed = (/** @type {Event} */ event) => {
    const step = {less: -1, more: 1}[/** @type {Element} */ (event.target).closest('button')?.name ?? ''];
    if (step) {
      const votes = Math.min(Math.max(this.#votes + step, 0), MOST);
      this.#store.set(this.dataset.field ?? '', votes ? String(votes) : '');
    }
  };

  #changed = (/** @type {Event} */ event) => {
    const {field} = /** @type {CustomEvent} */ (event).detail;
    if (field === null || field === this.dataset.field) {
      this.#draw();
    }
  };

  #draw() {
    const votes = this.#votes;
    const counted = this.querySelector('output');
    const dots = this.querySelector('.dots');
    if (counted) {
      counted.textContent = String(votes);
      counted.setAttribute('aria-label', (this.dataset.words ?? '').replace('{0}', String(votes)));
    }
    if (dots) {
      dots.textContent = '●'.repeat(Math.min(votes, DRAWN));
    }
  }
}

customElements.define('dot-votes', DotVotes);
