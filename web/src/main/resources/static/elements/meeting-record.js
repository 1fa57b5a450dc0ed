// @ts-check
import {MeetingSender} from '../lib/meeting-sender.js';
import {storeAround} from '../lib/meeting-store.js';

/**
 * What becomes of what the room says: kept, waiting, sent. Ends the meeting; and erases it from the device once the server
 * has all of it and somebody says so, never by itself.
 */
export class MeetingRecord extends HTMLElement {
  /** @type {MeetingSender | undefined} */
  #sender;
  #store = storeAround(this);

  connectedCallback() {
    const room = /** @type {HTMLElement} */ (this.closest('meeting-room'));
    this.#store = storeAround(this);
    this.#sender = new MeetingSender(this.#store, {
      area: room.dataset.area ?? '',
      editions: room.dataset.editions ?? '',
      language: document.documentElement.lang,
      address: this.dataset.address ?? '',
    }, this.#draw);
    this.#store.addEventListener('unkept', this.#draw);
    this.addEventListener('click', this.#pressed);
    this.#sender.start();
    this.#draw();
  }

  disconnectedCallback() {
    this.#sender?.stop();
    this.#store.removeEventListener('unkept', this.#draw);
    this.removeEventListener('click', this.#pressed);
  }

  #pressed = (/** @type {Event} */ event) => {
    const button = /** @type {Element} */ (event.target).closest('button');
    switch (button?.name) {
      case 'end': this.#end(new Date().toISOString(), 'resume'); break;
      case 'resume': this.#end('', 'end'); break;
      case 'clear': this.#offer('sure', true)?.focus(); break;
      case 'sure': this.#clear(); break;
      default:
    }
  };

  /** @param {string} ended @param {string} next the button that takes the place of the one pressed */
  #end(ended, next) {
    this.#store.set('ended', ended);
    this.#sender?.flush();
    this.#draw();
    this.#button(next)?.focus();
  }

  #clear() {
    if (this.#sender?.news.state === 'sent') {
      this.#store.clear();
      location.assign(location.pathname);
    }
  }

  /** @param {string} name */
  #button(name) {
    return /** @type {HTMLButtonElement | null} */ (this.querySelector(`button[name=${name}]`));
  }

  /** @param {string} name @param {boolean} offered */
  #offer(name, offered) {
    const button = this.#button(name);
    if (button) {
      button.hidden = !offered;
    }
    return button;
  }

  #draw = () => {
    const news = this.#sender?.news ?? {state: 'nothing', detail: ''};
    const words = (this.dataset[news.state] ?? '').replace('{0}', news.state === 'sent' ? time(news.detail) : news.detail);
    const problem = this.#store.problem ? `${this.dataset[this.#store.problem]} ` : '';
    const room = this.closest('meeting-room');
    for (const place of [this.querySelector('[data-say=state]'), room?.querySelector('.bar .state')]) {
      if (place && place.textContent !== problem + words) {
        place.textContent = problem + words;
      }
    }
    room?.setAttribute('data-state', this.#store.problem ?? news.state);
    const ended = this.#store.get('ended') !== '';
    const sent = news.state === 'sent';
    this.#offer('end', !ended);
    this.#offer('resume', ended);
    const clear = this.#offer('clear', ended && sent);
    if (!clear || clear.hidden) {
      this.#offer('sure', false);
    }
    this.querySelector('[data-say=ended]')?.toggleAttribute('hidden', !ended);
    const link = /** @type {HTMLAnchorElement | null} */ (this.querySelector('.package'));
    if (link) {
      link.hidden = !this.#store.get('sent/at');
      link.href = `${this.dataset.address}${this.#store.get('uuid')}/package.zip`;
    }
  };
}

/** A moment as the clock on the wall shows it. @param {string} moment */
function time(moment) {
  const language = document.documentElement.lang;
  return new Intl.DateTimeFormat(language === 'ar' ? 'ar-MA-u-nu-latn' : language, {hour: '2-digit', minute: '2-digit', hour12: false})
    .format(new Date(moment));
}

customElements.define('meeting-record', MeetingRecord);
