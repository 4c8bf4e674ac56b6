// Other clips that show the same pictures, side by side, and what a person says of them: no copy.
import { html, useEffect, useState } from './preact.js';
import { momentPart } from './address.js';
import { get } from './api.js';
import { clock, counted } from './format.js';

/** @typedef {import('./types.js').AlikeList} AlikeList */
/** @typedef {import('./types.js').AlikeClip} AlikeClip */

const AGAIN = 700;      // ms
const SHOWN_PAIRS = 4;  // Of a clip, until all are asked for.

/** @param {{clip: AlikeClip, isNone: boolean, mark: (is: boolean) => void}} props */
function Alike({ clip, isNone, mark }) {
  const [all, setAll] = useState(false);
  const pairs = all ? clip.pairs : clip.pairs.slice(0, SHOWN_PAIRS);
  return html`
    <li class=${isNone ? 'alike none' : 'alike'}>
      <div class="alike-head"><a href=${`/clip/${clip.id}${momentPart(clip.pairs[0].other.begin)}`} title=${clip.path}><bdi>${clip.name}</bdi></a>
        <span class="count">${isNone ? 'marked as no copy' : counted(clip.pairs.length, 'shot')}</span>
        <button type="button" class="button small" aria-label=${isNone ? `${clip.name} may be a copy after all` : `${clip.name} is not a copy`} onClick=${() => mark(!isNone)}>${isNone ? 'Undo' : 'Not a copy'}</button></div>
      ${!isNone && html`<ul class="pairs">${pairs.map(({ own, other }) => html`
        <li key=${own.shot}>
          <img src=${own.still} alt="" loading="lazy" /><img src=${other.still} alt="" loading="lazy" />
          <span class="line-kind">${clock(own.begin, 1)} here, <a href=${`/clip/${clip.id}${momentPart(other.begin)}`}>${clock(other.begin, 1)} there</a></span></li>`)}</ul>
        ${clip.pairs.length > SHOWN_PAIRS && html`<button type="button" class="quiet" onClick=${() => setAll(!all)}>${all ? 'Fewer' : `All ${clip.pairs.length} shots`}</button>`}`}
    </li>`;
}

/**
 * @param {{clip: number, held: ReturnType<typeof import('./marks.js').useMarks>}} props
 */
export function CopiesPanel({ clip, held }) {
  const [asked, setAsked] = useState(false);
  const [list, setList] = useState(/** @type {AlikeList|null} */ (null));
  const [problem, setProblem] = useState('');
  const [names, setNames] = useState(/** @type {Map<number, string>} */ (new Map()));
  const none = held.marks?.not_copies ?? [];
  useEffect(() => {
    if (!asked) return undefined;
    const running = new AbortController();
    let timer = 0;
    const ask = () => get(`videos/${clip}/alike`, running.signal).then((found) => {
      setList(found);
      setProblem('');
      if (found.share < 1) timer = setTimeout(ask, AGAIN);
    }, (error) => error.name !== 'AbortError' && setProblem(error.message));
    ask();
    return () => {
      running.abort();
      clearTimeout(timer);
    };
  }, [asked, clip]);
  // Clips that were marked are named also where nobody looks for pictures.
  useEffect(() => {
    if (!none.length) return;
    get('not-copies').then((found) => setNames(new Map(found.pairs.flatMap((/** @type {import('./types.js').NotACopy} */ one) =>
      [[one.id, one.name], [one.other_id, one.other_name]]))), () => {});
  }, [none.join(' ')]);
  const mark = (/** @type {number} */ other, /** @type {boolean} */ is) => held.alter(is ? 'PUT' : 'DELETE', `not-copies/${other}`);
  const others = none.filter((id) => !list?.clips.some((one) => one.id === id));
  return html`
    <section class="panel copies" aria-labelledby="copies-title">
      <header><h2 id="copies-title">Copies</h2>
        ${!asked && html`<button type="button" class="button small" onClick=${() => setAsked(true)}>Look for the same pictures</button>`}</header>
      ${problem && html`<p class="hint" role="alert">${problem}</p>`}
      ${asked && !list && !problem && html`<p class="quiet-words" role="status">Comparing stills…</p>`}
      ${list && list.share < 1 && html`<p class="quiet-words" role="status"><progress max="100" value=${Math.round(list.share * 100)} aria-label="Stills looked at"></progress> ${Math.round(list.share * 100)} % of the stills looked at</p>`}
      ${list && list.share === 1 && !list.clips.length && html`<p class="quiet-words">No other clip has a still like one of this clip. A copy that is mirrored, cropped far or cut otherwise may be missed.</p>`}
      ${list && html`<ul class="alikes">${list.clips.map((one) => html`<${Alike} key=${one.id} clip=${one} isNone=${none.includes(one.id)} mark=${(/** @type {boolean} */ is) => mark(one.id, is)} />`)}</ul>`}
      ${others.length > 0 && html`<ul class="alikes">${others.map((id) => html`
        <li class="alike none" key=${id}><div class="alike-head"><a href=${`/clip/${id}`}><bdi>${names.get(id) ?? `Clip ${id}`}</bdi></a><span class="count">marked as no copy</span>
          <button type="button" class="button small" aria-label=${`${names.get(id) ?? `Clip ${id}`} may be a copy after all`} onClick=${() => mark(id, false)}>Undo</button></div></li>`)}</ul>`}
      ${!asked && !none.length && html`<p class="quiet-words">Which other clips show the same pictures? Those that are no copies can be marked.</p>`}
    </section>`;
}
