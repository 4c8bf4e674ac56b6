// Ten thousand cards, of which those near the window exist.
import { html, useEffect, useLayoutEffect, useRef, useState } from './preact.js';
import { CardView } from './card.js';

/** @typedef {import('./types.js').ClipCard|import('./types.js').HitCard} Card */
/** @typedef {import('./address.js').Place} Place */

const GAP = 16;

/** Sizes in CSS pixels. @param {number} width */
function measure(width) {
  const least = width < 480 ? 150 : 210;
  const columns = Math.max(1, Math.floor((width + GAP) / (least + GAP)));
  const card = (width - GAP * (columns - 1)) / columns;
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  return { columns, card, row: Math.round((card * 9) / 16 + 3.1 * rem) + GAP };
}

/**
 * @param {{total: number, cards: Map<number, Card>, place: Place, want: (first: number, last: number) => void}} props
 */
export function Grid({ total, cards, place, want }) {
  const box = useRef(/** @type {HTMLElement|null} */ (null));
  const [width, setWidth] = useState(0);
  const [seen, setSeen] = useState({ top: 0, height: 900 });
  useLayoutEffect(() => {
    const element = /** @type {HTMLElement} */ (box.current);
    const look = () => {
      setWidth(element.clientWidth);
      setSeen({ top: Math.max(0, -element.getBoundingClientRect().top), height: innerHeight });
    };
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      sizes.disconnect();
      removeEventListener('scroll', look);
    };
  }, []);

  // Back from a clip: to where the list was, once it has its height.
  const isMeasured = width > 0;
  useLayoutEffect(() => {
    if (isMeasured && history.state?.scroll) scrollTo(0, history.state.scroll);
  }, [isMeasured]);

  const { columns, card, row } = measure(width || 1000);
  const rows = Math.ceil(total / columns);
  const first = Math.min(Math.max(0, Math.floor(seen.top / row) - 2), Math.max(0, rows - 1));
  const last = Math.min(rows, Math.ceil((seen.top + seen.height) / row) + 2);
  const from = first * columns;
  const to = Math.min(total, last * columns);
  useEffect(() => {
    if (width && to > from) want(from, to - 1);
  });

  /** Arrows move from card to card; those outside of the window come into it. @param {KeyboardEvent} event */
  const onKey = (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
    const at = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    if (!step || !at || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = box.current?.querySelector(`[data-index="${Number(at.getAttribute('data-index')) + step}"] a`);
    if (!(next instanceof HTMLElement)) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  };

  const items = [];
  for (let i = from; i < to && width; ++i) {
    const style = {
      width: `${card}px`,
      height: `${row - GAP}px`,
      transform: `translate(${(i % columns) * (card + GAP)}px, ${Math.floor(i / columns) * row}px)`,
    };
    items.push(html`<${CardView} key=${i} index=${i} total=${total} card=${cards.get(i)} place=${place} style=${style} />`);
  }
  return html`<div ref=${box} class="grid" role="list" aria-label="Clips" style=${{ height: `${rows * row}px` }} onKeyDown=${onKey}>${items}</div>`;
}
