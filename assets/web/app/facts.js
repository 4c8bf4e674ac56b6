// What is known of the file itself.
import { html } from './preact.js';
import { clock, counted } from './format.js';

/** @param {{video: import('./types.js').Video}} props */
export function Facts({ video }) {
  const media = video.media;
  const rate = media.frame_rate ? `${+media.frame_rate.toFixed(3)} frames/s${media.variable_frame_rate ? ', variable' : ''}` : 'rate unknown';
  /** @type {[string, unknown][]} */
  const rows = [
    ['Picture', `${media.width} × ${media.height}, ${media.video_codec}`],
    ['Length', `${clock(media.duration, 2)}, ${counted(media.frames, 'frame')}, ${rate}`],
    ['Seen at', html`${video.paths.map((path) => html`<div class="path"><bdi>${path}</bdi></div>`)}`],
    ['SHA-256', html`<code class="digest">${media.sha256}</code>`],
    ['Analysed', `${video.analysed_at.replace('T', ' ').replace('Z', ' UTC')} by ${video.tool}`],
  ];
  if (video.decoded_share < 1) rows.push(['Decoded', `${Math.round(video.decoded_share * 100)} % of the stated length`]);
  return html`
    <section class="facts" aria-labelledby="facts-title"><h2 id="facts-title">File</h2>
      <dl>${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
      ${video.warnings.length > 0 && html`<h3>Warnings</h3><ul class="warnings">${video.warnings.map((one) => html`<li>${one}</li>`)}</ul>`}
    </section>`;
}
