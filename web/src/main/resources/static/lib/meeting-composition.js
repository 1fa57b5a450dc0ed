// @ts-check
/** Puts the fields of a meeting together as the server takes them. */

/** @typedef {import('./meeting-store.js').MeetingStore} MeetingStore */

const FIGURE = /^figure\/(.+)@(\d+)\/(verdict|note)$/;

/** Whether the room has said anything: that a figure was on the screen is not enough. @param {MeetingStore} store */
export function isSpoken(store) {
  return store.entries().some(([field, value]) => field === 'place' || /^(attendance|priority|decision)\//.test(field)
    || (FIGURE.test(field) && value !== 'shown'));
}

/**
 * @param {MeetingStore} store
 * @param {string} area
 */
export function compose(store, area) {
  const entries = store.entries();
  return {
    ended: store.get('ended') !== '',
    area,
    date: store.get('date'),
    language: store.get('language'),
    ...optional({place: store.get('place')}),
    attendance: attendance(entries),
    figures: figures(entries),
    priorities: lines(entries, 'priority').map(({text, votes}) => ({text, votes: Number(votes) || 0})),
    decisions: lines(entries, 'decision').map(({code, text, votes, responsible, due, cites}) => ({
      code, text, ...(votes ? {votes: Number(votes)} : {}), ...optional({responsible, due}), cites,
    })),
  };
}

/** @param {[string, string][]} entries */
function attendance(entries) {
  return entries.flatMap(([field, value]) => {
    const [kind, sex, age] = field.split('/');
    return kind === 'attendance' ? [{sex, age, persons: Number(value)}] : [];
  });
}

/**
 * Each figure once: where two editions of it were shown, the one of which the room spoke, else the later.
 * @param {[string, string][]} entries
 */
function figures(entries) {
  /** @type {Map<string, {path: string, edition: number, verdict: string, note?: string}>} */
  const all = new Map();
  for (const [field, value] of entries) {
    const [, path, edition, part] = FIGURE.exec(field) ?? [];
    if (path) {
      const key = `${path}@${edition}`;
      const figure = all.get(key) ?? {path, edition: Number(edition), verdict: 'shown'};
      all.set(key, {...figure, [part]: value});
    }
  }
  /** @type {Map<string, {path: string, edition: number, verdict: string, note?: string}>} */
  const once = new Map();
  for (const figure of all.values()) {
    const other = once.get(figure.path);
    if (!other || weight(figure) > weight(other)) {
      once.set(figure.path, figure);
    }
  }
  return [...once.values()];
}

/** @param {{edition: number, verdict: string}} figure */
function weight({edition, verdict}) {
  return (verdict === 'shown' ? 0 : 1_000_000) + edition;
}

/**
 * The lines of a list that say something, in the order in which they were begun.
 * @param {[string, string][]} entries
 * @param {string} kind
 */
function lines(entries, kind) {
  /** @type {Map<string, {code: string, text: string, votes?: string, responsible?: string, due?: string, cites: string[]}>} */
  const all = new Map();
  for (const [field, value] of entries) {
    const [of, code, name, ...rest] = field.split('/');
    if (of === kind) {
      const line = all.get(code) ?? {code, text: '', cites: []};
      all.set(code, name === 'cites' ? {...line, cites: [...line.cites, rest.join('/')]} : {...line, [name]: value});
    }
  }
  return [...all.values()].filter(line => line.text.trim());
}

/** @param {Record<string, string | undefined>} texts */
function optional(texts) {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text));
}
