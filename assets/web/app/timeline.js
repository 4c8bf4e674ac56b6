// Shots as stills, texts as lanes, one clock for both.
import { html, useMemo, useRef } from './preact.js';
import { clock, kindName } from './format.js';

/** @typedef {import('./types.js').Video} Video */
/** @typedef {import('./types.js').Track} Track */

const ORDER = ['watermark', 'bug', 'title', 'lower_third', 'caption', 'credit', 'ticker', 'scene'];

/** Kinds from top to bottom; texts of a kind that overlap get rows below each other. @param {Track[]} tracks */
export function lanesOf(tracks) {
  /** @type {{kind: string, tracks: Track[]}[]} */
  const lanes = [];
  for (const kind of ORDER) {
    /** @type {Track[][]} */
    const rows = [];
    for (const track of tracks.filter((one) => one.kind === kind)) {
      const row = rows.find((one) => one[one.length - 1].end <= track.begin);
      if (row) row.push(track);
      else rows.push([track]);
    }
    lanes.push(...rows.map((row) => ({ kind, tracks: row })));
  }
  return lanes;
}

/**
 * @param {{video: Video, time: number, seek: (time: number) => void, marks: import('./types.js').Marks|null,
 *   chosen: {begin: number|null, end: number|null}|null}} props
 */
export function Timeline({ video, time, seek, marks, chosen }) {
  const box = useRef(/** @type {HTMLElement|null} */ (null));
  const length = Math.max(video.media.duration, 0.001);
  const lanes = useMemo(() => lanesOf(video.tracks), [video]);
  const parts = [...(marks?.notes ?? []), ...(marks?.tags ?? [])].filter((one) => one.begin !== null);
  const place = (/** @type {number} */ begin, /** @type {number} */ end) => ({ left: `${(begin / length) * 100}%`, width: `${((end - begin) / length) * 100}%` });
  const seekTo = (/** @type {PointerEvent} */ event) => {
    const area = /** @type {HTMLElement} */ (box.current).getBoundingClientRect();
    seek(Math.min(length, Math.max(0, ((event.clientX - area.left) / area.width) * length)));
  };
  const onPointerDown = (/** @type {PointerEvent} */ event) => {
    if (event.button !== 0) return;
    /** @type {HTMLElement} */ (event.currentTarget).setPointerCapture(event.pointerId);
    seekTo(event);
  };
  const onPointerMove = (/** @type {PointerEvent} */ event) => {
    if (event.buttons & 1 && /** @type {HTMLElement} */ (event.currentTarget).hasPointerCapture(event.pointerId)) seekTo(event);
  };
  return html`
    <section class="timeline" aria-label="Timeline">
      <div class="timeline-inside" ref=${box}>
        <div class="ruler" onPointerDown=${onPointerDown} onPointerMove=${onPointerMove}>
          ${[0, 0.25, 0.5, 0.75].map((share) => html`<span style=${{ left: `${share * 100}%` }}>${clock(share * length, length < 40 ? 1 : 0)}</span>`)}
        </div>
        <div class="shots" role="group" aria-label=${`${video.shots.length} shots`}>
          ${video.shots.map((shot) => html`
            <button type="button" key=${shot.index} class=${shot.begin <= time && time < shot.end ? 'shot now' : 'shot'} style=${place(shot.begin, shot.end)}
              aria-label=${`Shot ${shot.index + 1}, ${clock(shot.begin, 1)}`} title=${`Shot ${shot.index + 1}: ${clock(shot.begin, 2)} to ${clock(shot.end, 2)}, begins with ${shot.transition.kind}`}
              onClick=${() => seek(shot.begin)}>${shot.still && html`<img src=${shot.still} alt="" loading="lazy" />`}</button>`)}
        </div>
        ${lanes.map((lane, i) => html`
          <div key=${i} class="lane" role="group" aria-label=${kindName(lane.kind)}>
            ${lane.tracks.map((track) => html`
              <button type="button" key=${track.id} class=${track.begin <= time && time < track.end ? 'bar-text now' : 'bar-text'} style=${place(track.begin, track.end)}
                title=${`${kindName(track.kind)}: ${track.text}`} onClick=${() => seek(track.begin)}><bdi>${track.text.replaceAll('\n', ' / ')}</bdi></button>`)}
          </div>`)}
        ${parts.length > 0 && html`
          <div class="lane people" role="group" aria-label="Tags and notes">
            ${parts.map((one, i) => html`
              <button type="button" key=${i} class="bar-text" style=${place(one.begin ?? 0, one.end ?? 0)} title=${'text' in one ? one.text : one.tag}
                onClick=${() => seek(one.begin ?? 0)}><bdi>${'text' in one ? one.text : one.tag}</bdi></button>`)}
          </div>`}
        ${chosen && chosen.begin !== null && chosen.end !== null && chosen.end > chosen.begin && html`<div class="chosen-range" style=${place(chosen.begin, chosen.end)} aria-hidden="true"></div>`}
        <div class="head" style=${{ left: `${Math.min(1, time / length) * 100}%` }} aria-hidden="true"></div>
      </div>
    </section>`;
}
