// @ts-check
import {canKeep, keptAlong, removeAlong, takeAlong} from '../lib/keeping.js';

/** Bytes of a megabyte. */
const MEGABYTE = 1_000_000;

/** Takes the pages of a town along, says what was taken and from when it is, and removes it again. */
export class TakeAlong extends HTMLElement {
  connectedCallback() {
    this.hidden = !canKeep();
    if (!this.hidden) {
      this.addEventListener('click', this.#pressed);
      this.#draw();
    }
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.#pressed);
  }

  get #place() {
    return /** @type {[string, string]} */ ([this.dataset.base ?? '', this.dataset.area ?? '']);
  }

  #pressed = async (/** @type {Event} */ event) => {
    switch (/** @type {Element} */ (event.target).closest('button')?.name) {
      case 'take': await this.#take(); break;
      case 'remove': await this.#remove(); break;
      default:
    }
  };

  async #take() {
    const button = this.#button('take');
    if (button?.getAttribute('aria-disabled') === 'true') {
      return;
    }
    button?.setAttribute('aria-disabled', 'true');
    try {
      const kept = await takeAlong(...this.#place, (done, all) => this.#say('going', String(done), String(all)));
      if (kept === 'many') {
        this.#say('many');
      } else {
        await this.#draw();
      }
    } catch (failure) {
      this.#say(failure instanceof DOMException && failure.name === 'QuotaExceededError' ? 'full' : 'failed');
    } finally {
      button?.removeAttribute('aria-disabled');
    }
  }

  async #remove() {
    await removeAlong(...this.#place);
    await this.#draw();
    this.#button('take')?.focus();
  }

  /** @param {string} name */
  #button(name) {
    return /** @type {HTMLButtonElement | null} */ (this.querySelector(`button[name=${name}]`));
  }

  async #draw() {
    const kept = await keptAlong(...this.#place);
    const take = this.#button('take');
    const remove = this.#button('remove');
    if (take) {
      take.textContent = (kept ? this.dataset.again : this.dataset.take) ?? '';
    }
    if (remove) {
      remove.hidden = !kept;
    }
    if (!kept) {
      this.#tell('');
      return;
    }
    const language = document.documentElement.lang === 'ar' ? 'ar-MA-u-nu-latn' : document.documentElement.lang;
    const pages = new Set(kept.pages.map(page => page.path.replace(/\?.*/, ''))).size;
    const editions = [...new Set(kept.pages.flatMap(page => page.editions))].sort();
    this.#say('kept', new Intl.DateTimeFormat(language, {dateStyle: 'long', timeStyle: 'short'}).format(new Date(kept.at)),
      String(pages), new Intl.NumberFormat(language, {maximumFractionDigits: 1}).format(kept.size / MEGABYTE), editions.join(', '));
    if (kept.failed) {
      this.#tell(`${this.querySelector('[role=status]')?.textContent} ${(this.dataset.partly ?? '').replace('{0}', String(kept.failed))}`);
    }
  }

  /** @param {string} key @param {string[]} values */
  #say(key, ...values) {
    this.#tell(values.reduce((words, value, nth) => words.replace(`{${nth}}`, value), this.dataset[key] ?? ''));
  }

  /** @param {string} words */
  #tell(words) {
    const told = this.querySelector('[role=status]');
    if (told) {
      told.textContent = words;
    }
  }
}

customElements.define('take-along', TakeAlong);
