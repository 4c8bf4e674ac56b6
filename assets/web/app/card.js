// One clip in the list, or one text: a picture, the name of the clip, and what answers the question.
import { html, useState } from './preact.js';
import { clipAddress } from './address.js';
import { clock, counted, kindName } from './format.js';

/** @typedef {import('./types.js').ClipCard} ClipCard */
/** @typedef {import('./types.js').HitCard} HitCard */
/** @typedef {import('./address.js').Place} Place */

/** @param {{card: HitCard, place: Place}} props */
const HitView = ({ card, place }) => html`
  <a href=${clipAddress(card.id, place, card.begin)}>
    <div class="still">${card.still && html`<img src=${card.still} alt="" loading="lazy" decoding="async" />`}</div>
    <div class="card-text" dir="auto"><bdi>${card.snippet.map((piece, i) => (i % 2 ? html`<mark>${piece}</mark>` : piece))}</bdi></div>
    <div class="card-line"><span class="card-more" title=${card.path}>${kindName(card.kind)} · ${card.name}</span><span class="card-time">${clock(card.begin, 1)}</span></div>
  </a>`;

/** @param {{card: ClipCard, place: Place}} props */
function ClipView({ card, place }) {
  const [shot, setShot] = useState(0);
  const [lost, setLost] = useState(false);
  // Moving over the picture goes through the clip, in as many steps as it has shots.
  const scrub = (/** @type {MouseEvent} */ event) => {
    const area = /** @type {HTMLElement} */ (event.currentTarget).getBoundingClientRect();
    setShot(Math.max(0, Math.min(card.shots - 1, Math.floor(((event.clientX - area.left) / area.width) * card.shots))));
  };
  const middle = Math.round(((shot + 0.5) / card.shots) * card.duration * 1000);
  const still = shot > 0 ? `/api/v1/videos/${card.id}/still?ms=${middle}&v=${card.analysed_at}` : card.still;
  return html`
    <a href=${clipAddress(card.id, place, null)}>
      <div class="still" onMouseMove=${card.still && card.shots > 1 ? scrub : undefined} onMouseLeave=${() => setShot(0)}>
        ${still && !lost ? html`<img src=${still} alt="" loading="lazy" decoding="async" onError=${() => (shot > 0 ? setShot(0) : setLost(true))} />` : html`<span class="no-still">No picture kept</span>`}
        ${shot > 0 && html`<span class="scrub" style=${{ width: `${((shot + 1) / card.shots) * 100}%` }}></span>`}
        ${card.tags.length > 0 && html`<span class="card-tags">${card.tags.slice(0, 2).map((tag) => html`<span class="card-tag"><bdi>${tag}</bdi></span>`)}${card.tags.length > 2 && html`<span class="card-tag">+${card.tags.length - 2}</span>`}</span>`}
      </div>
      <div class="card-line"><span class="card-name" title=${card.path}><bdi>${card.name}</bdi></span><span class="card-time">${clock(card.duration)}</span></div>
      <div class="card-more">${card.handles.length > 0 && html`<span class="handles"><bdi>${card.handles.map((name) => `@${name}`).join(' ')}</bdi></span>`}
        ${card.handles.length > 0 ? ' · ' : ''}${counted(card.shots, 'shot')} · ${counted(card.tracks, 'text')}${card.has_note ? ' · note' : ''}</div>
    </a>`;
}

/** @param {{card: ClipCard|HitCard|undefined, index: number, total: number, place: Place, style: object}} props */
export function CardView({ card, index, total, place, style }) {
  const item = { role: 'listitem', 'aria-setsize': total, 'aria-posinset': index + 1, 'data-index': index };
  if (!card) return html`<div class="card waiting" ...${item} style=${style}><div class="still"></div></div>`;
  return html`<div class="card" ...${item} style=${style}>${'snippet' in card
    ? html`<${HitView} card=${card} place=${place} />`
    : html`<${ClipView} card=${card} place=${place} />`}</div>`;
}
