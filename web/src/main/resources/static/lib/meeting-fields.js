// @ts-check
/** Fields of a page that are fields of the meeting: what is typed is kept, what another tab types appears. */

/** @typedef {import('./meeting-store.js').MeetingStore} MeetingStore */
/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

/**
 * Ties the fields of an element to the store, each under the name in its `data-field`, also those that come later.
 * @param {Element} root
 * @param {MeetingStore} store
 * @returns {() => void} unties them
 */
export function bindFields(root, store) {
  const typed = (/** @type {Event} */ event) => {
    const field = /** @type {Field} */ (event.target);
    if (field.dataset.field && root.contains(field)) {
      store.set(field.dataset.field, value(field));
    }
  };
  const changed = (/** @type {Event} */ event) => {
    const {field, elsewhere} = /** @type {CustomEvent} */ (event).detail;
    all(root).filter(one => field === null || (one.dataset.field === field && (elsewhere || one !== document.activeElement)))
      .forEach(one => show(one, store));
  };
  root.addEventListener('input', typed);
  store.addEventListener('field', changed);
  showFields(root, store);
  return () => {
    root.removeEventListener('input', typed);
    store.removeEventListener('field', changed);
  };
}

/** Shows what is kept in the fields of an element. @param {Element} root @param {MeetingStore} store */
export function showFields(root, store) {
  all(root).forEach(field => show(field, store));
}

/** @param {Element} root @returns {Field[]} */
function all(root) {
  return /** @type {Field[]} */ ([...root.querySelectorAll('input[data-field], textarea[data-field]')]);
}

/** What a field says; that of a tick only while it is set, that of a number only where it is one. @param {Field} field */
function value(field) {
  if (field instanceof HTMLInputElement && field.type === 'checkbox') {
    return field.checked ? 'yes' : '';
  }
  return field.validity.valid ? field.value : '';
}

/** Shows what is kept; who types in the field keeps the place where he does. @param {Field} field @param {MeetingStore} store */
function show(field, store) {
  const kept = store.get(field.dataset.field ?? '');
  if (field instanceof HTMLInputElement && field.type === 'checkbox') {
    field.checked = kept === 'yes';
  } else if (field.value !== kept) {
    const typing = document.activeElement === field && field.type !== 'number' && field.type !== 'date';
    const [from, to] = typing ? [field.selectionStart, field.selectionEnd] : [null, null];
    field.value = kept;
    if (from !== null) {
      field.setSelectionRange(from, to ?? from);
    }
  }
}
