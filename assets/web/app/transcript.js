// The texts in their order, following the picture.
import { html, useEffect, useRef, useState } from './preact.js';
import { clock, kindName, languageName } from './format.js';
import { Marked } from './marked.js';

/** @typedef {import('./types.js').Track} Track */

/** Only the list scrolls, never the page. @param {HTMLElement} list @param {HTMLElement} row */
function bringIntoSight(list, row) {
  const top = row.offsetTop - list.offsetTop;
  if (top < list.scrollTop || top + row.offsetHeight > list.scrollTop + list.clientHeight) {
    list.scrollTo({ top: top - list.clientHeight / 3, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  }
}

/** @param {{tracks: Track[], time: number, seek: (time: number) => void, words: string}} props */
export function Transcript({ tracks, time, seek, words }) {
  const [follow, setFollow] = useState(true);
  const list = useRef(/** @type {HTMLElement|null} */ (null));
  const current = tracks.filter((track) => track.begin <= time && time < track.end);
  const newest = current.length ? current[current.length - 1].id : -1;
  useEffect(() => {
    const row = list.current?.querySelector(`[data-track="${newest}"]`);
    if (follow && list.current && row instanceof HTMLElement) bringIntoSight(list.current, row);
  }, [newest, follow]);
  return html`
    <section class="transcript" aria-labelledby="transcript-title">
      <header><h2 id="transcript-title">Texts <span class="count">${tracks.length}</span></h2>
        ${tracks.length > 0 && html`<label class="switch"><input type="checkbox" checked=${follow} onChange=${() => setFollow(!follow)} />Follow</label>`}</header>
      ${tracks.length === 0 && html`<p class="quiet-words">No text was found in this clip.</p>`}
      <ol ref=${list}>
        ${tracks.map((track) => html`
          <li key=${track.id} data-track=${track.id} class=${current.includes(track) ? 'now' : ''}>
            <button type="button" class="line" aria-current=${current.includes(track) ? 'true' : undefined} onClick=${() => seek(track.begin)}>
              <span class="at">${clock(track.begin, 1)}</span>
              <span class="line-text" dir="auto"><${Marked} text=${track.text} words=${words} /></span>
              <span class="line-kind">${kindName(track.kind)}${track.language ? ` · ${languageName(track.language)}` : ''} · ${Math.round(track.confidence * 100)} %</span>
            </button>
            <details><summary>Readings</summary>
              <ul>${track.readings.map((reading) => html`<li><bdi dir="auto">${reading.text}</bdi> <span class="line-kind">${reading.engine}, ${Math.round(reading.confidence * 100)} %</span></li>`)}</ul>
              <p class="line-kind">In ${track.frames_seen} of ${track.frames_examined} pictures, ${clock(track.begin, 2)} to ${clock(track.end, 2)}</p>
              ${track.handles.map((one) => html`<p class="line-kind"><a href=${`/?handle=${encodeURIComponent(one.handle)}`}>All clips with @${one.handle}</a>${one.platform ? ` (${one.platform})` : ''}</p>`)}
            </details>
          </li>`)}
      </ol>
    </section>`;
}
