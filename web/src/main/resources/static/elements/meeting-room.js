// @ts-check
import './dot-votes.js';
import './figure-verdict.js';
import './growing-list.js';
import './meeting-record.js';
import {withParameters} from '../lib/address.js';
import {keepMeeting} from '../lib/keeping.js';
import {bindFields} from '../lib/meeting-fields.js';
import {storeOf} from '../lib/meeting-store.js';

/** Keys of keyboards, presenters and television remotes that move by one screen. */
const FORWARD = new Set([' ', 'Enter', 'PageDown', 'MediaTrackNext', 'ChannelUp']);
const BACK = new Set(['PageUp', 'MediaTrackPrevious', 'ChannelDown', 'Backspace']);
/** What a control does with a key itself. */
const PRESSES = new Set([' ', 'Enter']);

/**
 * Shows the parts of a page one by one on the whole screen, moved on by keys. Without script they follow one another on
 * the page. Which screen is shown stands in the address, and so do the editions: a meeting stays with those with which it
 * began, whatever is published meanwhile.
 */
export class MeetingRoom extends HTMLElement {
  #at = 0;
  /** @type {(() => void) | undefined} */
  #unbind;

  connectedCallback() {
    const bar = this.querySelector('.bar');
    this.setAttribute('data-live', '');
    document.documentElement.classList.add('in-meeting');
    bar?.removeAttribute('hidden');
    // What is higher than the window is scrolled by keys too.
    this.querySelector('.screens')?.setAttribute('tabindex', '0');
    this.querySelector('.keys')?.removeAttribute('hidden');
    this.#bringNotices();
    if (this.dataset.records === 'true') {
      this.#unbind = bindFields(this, storeOf(this.dataset.area ?? ''));
      this.#hold();
    }
    document.addEventListener('keydown', this.#pressed);
    window.addEventListener('hashchange', this.#addressed);
    bar?.addEventListener('click', this.#clicked);
    this.querySelector('.tongues')?.addEventListener('click', this.#spoken);
    this.#show(this.#asked, false);
  }

  disconnectedCallback() {
    document.documentElement.classList.remove('in-meeting');
    this.#unbind?.();
    document.removeEventListener('keydown', this.#pressed);
    window.removeEventListener('hashchange', this.#addressed);
    this.querySelector('.bar')?.removeEventListener('click', this.#clicked);
    this.querySelector('.tongues')?.removeEventListener('click', this.#spoken);
  }

  get #screens() {
    return /** @type {HTMLElement[]} */ ([...this.querySelectorAll('.screen')]);
  }

  /** The screen that the address names, the first one if it names none. */
  get #asked() {
    const asked = Number(/^#(\d+)$/.exec(location.hash)?.[1] ?? 1);
    return Math.min(Math.max(asked, 1), this.#screens.length) - 1;
  }

  /** What stands above every page and a reader must know is told here too. */
  #bringNotices() {
    const notice = document.querySelector('body > [data-part=notices] .notice.kept:not([hidden])');
    if (notice) {
      this.prepend(notice);
    }
  }

  /** Stays with the editions with which the meeting began on this device, unless one of them was withdrawn since. */
  async #hold() {
    const store = storeOf(this.dataset.area ?? '');
    const own = this.dataset.editions ?? '';
    const began = store.get('editions');
    if (began && began !== own) {
      const address = new URL(withParameters(location.search, {editions: began}) + location.hash, location.href);
      const status = await fetch(address, {method: 'HEAD'}).then(answer => answer.status, () => 0);
      if (status === 200) {
        location.replace(address);
        return;
      }
      if (status === 410) {
        store.set('editions', own);
        this.#warn(this.dataset.withdrawn ?? '');
      }
    }
    history.replaceState(null, '', withParameters(location.search, {editions: own}) + location.hash);
    if (this.querySelector('.notice.kept')) {
      return;
    }
    this.toggleAttribute('data-taken', await keepMeeting(this.dataset.base ?? '', this.dataset.area ?? ''));
  }

  /** @param {string} words */
  #warn(words) {
    const notice = document.createElement('p');
    notice.className = 'notice';
    notice.setAttribute('role', 'alert');
    notice.textContent = words;
    this.prepend(notice);
  }

  #addressed = () => this.#show(this.#asked, true);

  /** The same screen in another language. */
  #spoken = (/** @type {Event} */ event) => {
    const link = /** @type {Element} */ (event.target).closest('a');
    if (link) {
      link.href = withParameters(location.search, {lang: link.hreflang}) + location.hash;
    }
  };

  #clicked = (/** @type {Event} */ event) => {
    switch (/** @type {Element} */ (event.target).closest('button')?.name) {
      case 'forward': this.#move(1); break;
      case 'back': this.#move(-1); break;
      default:
    }
  };

  #pressed = (/** @type {KeyboardEvent} */ event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) {
      return;
    }
    const step = this.#step(event);
    if (step !== 0) {
      event.preventDefault();
      this.#move(step);
    }
  };

  /** By how many screens a key moves; in a field most keys are the field's. @param {KeyboardEvent} event */
  #step({key, shiftKey, target}) {
    const element = target instanceof Element ? target : document.body;
    const typing = element.closest('input:not([type=checkbox]), textarea, select') !== null;
    if (typing && !(key.startsWith('Page') && !(element instanceof HTMLTextAreaElement))) {
      return 0;
    }
    if (PRESSES.has(key) && element.closest('a, button, summary, input')) {
      return 0;
    }
    const toTheRight = getComputedStyle(this).direction === 'rtl' ? -1 : 1;
    switch (key) {
      case 'ArrowRight': return toTheRight;
      case 'ArrowLeft': return -toTheRight;
      case 'Home': return -this.#screens.length;
      case 'End': return this.#screens.length;
      default: return FORWARD.has(key) ? (shiftKey ? -1 : 1) : BACK.has(key) ? -1 : 0;
    }
  }

  /** @param {number} step */
  #move(step) {
    const to = Math.min(Math.max(this.#at + step, 0), this.#screens.length - 1);
    if (to !== this.#at) {
      history.replaceState(null, '', `${location.search}#${to + 1}`);
      this.#show(to, true);
    }
  }

  /**
   * Shows one screen. Who had the focus in the one before finds it at the title of the next.
   * @param {number} to
   * @param {boolean} moved
   */
  #show(to, moved) {
    const screens = this.#screens;
    const left = screens[this.#at];
    const taken = moved && (left.contains(document.activeElement) || document.activeElement === document.body);
    this.#at = to;
    screens.forEach((screen, nth) => {
      screen.hidden = nth !== to;
    });
    const title = /** @type {HTMLElement | null} */ (screens[to].querySelector('h1, h2'));
    if (taken) {
      title?.focus({preventScroll: true});
    }
    this.querySelector('.screens')?.scrollTo(0, 0);
    const position = (this.dataset.position ?? '').replace('{0}', String(to + 1)).replace('{1}', String(screens.length));
    this.#say('screen', moved ? `${position}: ${title?.textContent ?? ''}` : position);
    this.#say('position', `${to + 1} / ${screens.length}`);
    this.querySelector('.bar [name=back]')?.setAttribute('aria-disabled', String(to === 0));
    this.querySelector('.bar [name=forward]')?.setAttribute('aria-disabled', String(to === screens.length - 1));
    screens[to].dispatchEvent(new CustomEvent('screen-shown', {bubbles: true}));
  }

  /** @param {string} place @param {string} words */
  #say(place, words) {
    const element = this.querySelector(`.bar [data-say=${place}]`);
    if (element) {
      element.textContent = words;
    }
  }
}

customElements.define('meeting-room', MeetingRoom);
