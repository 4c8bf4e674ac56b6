// One claim with its verdict and the evidence for and against it.
import { html, useEffect, useState } from './preact.js';
import { get } from './api.js';
import { clock, languageName, verdictName } from './format.js';

/** @typedef {import('./types.js').Finding} Finding */
/** @typedef {import('./types.js').Evidence} Evidence */
/** @typedef {import('./types.js').Video} Video */

/** Several pieces of evidence are of one video: each is fetched once. @type {Map<string, Promise<Video>>} */
const videos = new Map();
const videoOf = (/** @type {string} */ sha256) => {
  const known = videos.get(sha256) ?? get(`videos/${sha256}`);
  videos.set(sha256, known);
  return known;
};

/** The still nearest to the evidence, cut to what the box shows and some of what is around it. @param {{video: Video, evidence: Evidence}} props */
function Picture({ video, evidence }) {
  const middle = (evidence.begin + evidence.end) / 2;
  const shot = video.shots.find((one) => one.begin <= middle && middle < one.end) ?? video.shots[0];
  if (!shot?.still) return null;
  const { width, height } = video.media;
  const [x, y, w, h] = evidence.box ?? [0, 0, width, height];
  const room = evidence.box ? Math.max(w * 0.4, h * 2) : 0;
  const left = Math.max(0, x - room);
  const top = Math.max(0, y - room);
  const view = [left, top, Math.min(width, x + w + room) - left, Math.min(height, y + h + room) - top];
  return html`<svg class="evidence-picture" viewBox=${view.join(' ')} role="img" aria-label=${`Picture: ${evidence.text}`}>
    <image href=${shot.still} width=${width} height=${height} preserveAspectRatio="none" />
    ${evidence.box && html`<rect x=${x} y=${y} width=${w} height=${h} />`}</svg>`;
}

/** @param {{evidence: Evidence}} props */
function EvidenceRow({ evidence }) {
  const [video, setVideo] = useState(/** @type {Video|null} */ (null));
  useEffect(() => {
    if (evidence.video) videoOf(evidence.video).then(setVideo, () => {});
  }, [evidence.video]);
  return html`
    <li class="evidence">
      ${video && html`<${Picture} video=${video} evidence=${evidence} />`}
      <div><p><span class=${`stance ${evidence.stance}`}>${evidence.stance === 'for' ? 'For' : 'Against'}</span> <strong><bdi>${evidence.text}</bdi></strong></p>
        <p class="line-kind">${evidence.code}, strength ${evidence.strength}${evidence.match ? `, ${evidence.match}` : ''}</p>
        ${evidence.detail && html`<p class="line-kind">${evidence.detail}</p>`}
        ${video && html`<p><a href=${`/clip/${video.id}#t=${evidence.begin}`}>${video.media.path.slice(video.media.path.lastIndexOf('/') + 1)}${evidence.end > 0 ? `, ${clock(evidence.begin, 1)}` : ''}</a></p>`}</div>
    </li>`;
}

/** @param {{claim: Finding}} props */
export function Claim({ claim }) {
  const looked = claim.coverage;
  return html`
    <li class="claim">
      <div class="claim-head"><span class=${`verdict ${claim.verdict}`}>${verdictName(claim.verdict)}</span>
        <span class="line-kind">${claim.type.replaceAll('_', ' ')} <bdi>${claim.entity.value}</bdi>${claim.negated ? ', denied' : ''}${claim.hedged ? ', hedged' : ''}</span></div>
      <blockquote><bdi>${claim.quote}</bdi></blockquote>
      <p>${claim.explanation}</p>
      ${claim.evidence.length > 0 && html`<ul class="evidences">${claim.evidence.map((one) => html`<${EvidenceRow} evidence=${one} />`)}</ul>`}
      ${looked && html`<p class="line-kind">Looked at ${looked.frames_examined.toLocaleString('en')} pictures, read in ${looked.languages.map(languageName).join(', ') || 'no language'}, shorter side ${looked.short_side} px.</p>`}
    </li>`;
}
