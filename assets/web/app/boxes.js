// Frames around the texts that stand in the picture now.
import { html } from './preact.js';

/** @typedef {import('./types.js').Track} Track */

/** Where the track is at `time`: a mark that moves or jumps has a path. @param {Track} track @param {number} time */
export function boxAt(track, time) {
  let [x, y] = track.box;
  for (const [at, px, py] of track.path ?? []) {
    if (at > time + 1e-6) break;
    x = px;
    y = py;
  }
  return { x, y, width: track.box[2], height: track.box[3] };
}

/** @param {{tracks: Track[], time: number, width: number, height: number}} props */
export function Boxes({ tracks, time, width, height }) {
  const now = tracks.filter((track) => track.begin <= time && time < track.end);
  const room = Math.round(height / 150);
  return html`
    <svg class="boxes" viewBox=${`0 0 ${width} ${height}`} aria-hidden="true">
      ${now.map((track) => {
        const box = boxAt(track, time);
        return html`<rect key=${track.id} x=${box.x - room} y=${box.y - room} width=${box.width + 2 * room} height=${box.height + 2 * room} rx=${room} data-track=${track.id} />`;
      })}
    </svg>`;
}
