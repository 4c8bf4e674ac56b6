// A video that this browser cannot play: why, and a copy that it can.
import { html, useEffect, useState } from './preact.js';
import { get, post } from './api.js';

/** @typedef {import('./types.js').Preview} Preview */

/** @param {{video: import('./types.js').Video, ready: () => void, isPreview: boolean}} props */
export function Unplayable({ video, ready, isPreview }) {
  const [preview, setPreview] = useState(/** @type {Preview|null} */ (null));
  const [problem, setProblem] = useState('');
  const [missing, setMissing] = useState(false);
  const address = `videos/${video.id}/preview`;
  const running = preview?.state === 'waiting' || preview?.state === 'making';
  const look = () => get(address).then((/** @type {Preview} */ now) => {
    setPreview(now);
    if (now.state === 'ready' && !isPreview) ready();
  }, (error) => setProblem(error.message));
  useEffect(() => {
    // Not there at all, or there and not playable?
    fetch(`/api/v1/videos/${video.id}/media`, { method: 'HEAD' }).then((answer) => setMissing(answer.status === 404), () => {});
    look();
  }, []);
  useEffect(() => {
    if (!running) return undefined;
    const timer = setTimeout(look, 500);
    return () => clearTimeout(timer);
  }, [preview]);
  const make = () => post(address, '').then(setPreview, (error) => setProblem(error.message));
  if (missing) {
    return html`<div class="unplayable" role="alert"><p>The file is not where it was seen last.</p><p class="quiet-words">What was found in it is below. Analyse it at its new place, and it plays again.</p></div>`;
  }
  return html`
    <div class="unplayable" role="status">
      <p>This browser cannot play ${video.media.video_codec} in ${video.media.container.split(',')[0]}.</p>
      ${preview?.state === 'none' && html`<button type="button" class="button" onClick=${make}>Make a copy that plays</button>`}
      ${running && html`<p><progress max="100" value=${Math.round((preview?.share ?? 0) * 100)} aria-label="Copy"></progress> ${preview?.state === 'waiting' ? 'waiting for its turn' : 'being made'}</p>`}
      ${preview?.state === 'failed' && html`<p>The copy could not be made: ${preview.message}</p>`}
      ${preview?.state === 'unavailable' && html`<p>This server makes no copies for browsers.</p>`}
      ${problem && html`<p>${problem}</p>`}
    </div>`;
}
