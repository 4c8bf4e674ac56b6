// A list of clips or texts of any length, of which only the pages that are looked at are fetched.
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef } from './preact.js';
import { get } from './api.js';

/** @typedef {import('./types.js').CardList} CardList */
/** @typedef {import('./types.js').ClipCard} ClipCard */
/** @typedef {import('./types.js').HitCard} HitCard */
/** @typedef {{address: string, total: number, facets: CardList['facets'], cards: Map<number, ClipCard|HitCard>}} Listing */

const PAGE = 60;

/** The list seen last, for whoever comes back to it: it stands there at once. @type {Listing|null} */
let lastShown = null;

/**
 * Fetches `address` ("videos?q=…" or "hits?q=…") anew when it or `revision` changes, and further pages by `want`. The last answer stays until the
 * next one is there, so nothing flickers while typing.
 * @param {string} address @param {number} revision
 */
export function useListing(address, revision) {
  const [, redraw] = useReducer((/** @type {number} */ n) => n + 1, 0);
  const state = useRef({
    /** @type {Listing|null} */ shown: lastShown?.address === address ? lastShown : null,
    /** @type {Error|null} */ error: null,
    /** @type {Set<number>} */ asked: new Set(),
    /** @type {AbortController} */ running: new AbortController(),
    first: 0,
    last: 0,
  });
  const self = state.current;

  const load = useMemo(() => (/** @type {number} */ page) => {
    const running = self.running;
    const offset = page * PAGE;
    get(`${address}&limit=${PAGE}&offset=${offset}`, running.signal).then(
      (/** @type {CardList} */ list) => {
        if (running !== self.running) return;
        // Facets come with the first page only; one looked at further down keeps those of before.
        const facets = Object.keys(list.facets).length ? list.facets : self.shown?.facets ?? {};
        // The same list asked for again keeps its cards until new ones come: nothing flickers.
        const kept = self.shown?.address === address ? self.shown.cards : new Map();
        self.shown = { address, total: list.total, facets, cards: kept };
        const cards = list.videos ?? (Array.isArray(list.hits) ? list.hits : []);
        lastShown = self.shown;
        cards.forEach((card, i) => self.shown?.cards.set(offset + i, card));
        self.error = null;
        redraw(0);
      },
      (/** @type {Error} */ error) => {
        if (running !== self.running || error.name === 'AbortError') return;
        self.asked.delete(page);
        self.error = error;
        redraw(0);
      });
  }, [address]);

  const start = useMemo(() => (/** @type {boolean} */ same) => {
    self.running.abort();
    self.running = new AbortController();
    const first = same ? Math.floor(self.first / PAGE) : 0;
    const last = same ? Math.floor(self.last / PAGE) : 0;
    self.asked = new Set();
    self.asked.add(0);
    load(0);
    for (let page = Math.max(1, first); page <= last; ++page) {
      self.asked.add(page);
      load(page);
    }
  }, [load]);

  const lastAddress = useRef(/** @type {string|null} */ (null));
  // Before the browser draws: what it draws now is the answer of before, and no reason to wait.
  useLayoutEffect(() => {
    start(lastAddress.current === address);
    lastAddress.current = address;
  }, [start, revision]);
  useEffect(() => () => self.running.abort(), []);

  /** Says which rows are looked at. @param {number} first @param {number} last */
  const want = (first, last) => {
    self.first = first;
    self.last = last;
    if (!self.shown || self.shown.address !== address) return;
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); ++page) {
      if (!self.asked.has(page)) {
        self.asked.add(page);
        load(page);
      }
    }
  };
  return { listing: self.shown, error: self.error, want, retry: () => start(true) };
}
