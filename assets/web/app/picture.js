// The shots that look like a picture.
import { html, useEffect, useRef, useState } from './preact.js';
import { momentPart } from './address.js';
import { get } from './api.js';
import { clock } from './format.js';
import { lastAsked, PictureField, PictureHints, usePictures } from './picture_search.js';
import { Empty, Failed, Loading } from './states.js';

/** @typedef {import('./types.js').PictureList} PictureList */
/** @typedef {import('./types.js').PictureShot} PictureShot */

const AGAIN = 700;   // ms until it is asked again while stills are still looked at.
const SIMILAR = 18;  // Of 63: what differs by more has nothing to do with it.

/** The picture itself, as long as the page remembers it. @param {{digits: string}} props */
function Asked({ digits }) {
  const place = useRef(/** @type {HTMLElement|null} */ (null));
  useEffect(() => {
    if (lastAsked.digits === digits && lastAsked.canvas) place.current?.replaceChildren(lastAsked.canvas);
    else place.current?.replaceChildren();
  }, [digits]);
  return html`<div class="asked" ref=${place} role="img" aria-label="The picture that is looked for"></div>`;
}

/** @param {{shots: PictureShot[]}} props */
const Shots = ({ shots }) => html`
  <ul class="found-shots">${shots.map((shot) => html`
    <li key=${`${shot.id} ${shot.shot}`}><a href=${`/clip/${shot.id}${momentPart(shot.begin)}`}>
      <div class="still">${shot.still && html`<img src=${shot.still} alt="" loading="lazy" decoding="async" />`}</div>
      <div class="card-name" title=${shot.path}><bdi>${shot.name}</bdi></div>
      <div class="card-more">Shot ${shot.shot + 1}, ${clock(shot.begin, 1)} to ${clock(shot.end, 1)}</div></a></li>`)}</ul>`;

/** @param {{place: import('./address.js').Place, revision: number}} props */
export function PicturePage({ place, revision }) {
  const [list, setList] = useState(/** @type {PictureList|null} */ (null));
  const [error, setError] = useState(/** @type {Error|null} */ (null));
  const [tries, setTries] = useState(0);
  const pictures = usePictures();
  useEffect(() => {
    document.title = 'By picture · sourcereel';
  }, []);
  useEffect(() => {
    if (!place.picture) return undefined;
    const running = new AbortController();
    let timer = 0;
    const ask = () => get(`pictures?picture=${encodeURIComponent(place.picture)}`, running.signal).then(
      (/** @type {PictureList} */ found) => {
        setList(found);
        setError(null);
        if (found.share < 1) timer = setTimeout(ask, AGAIN);
      },
      (failed) => failed.name !== 'AbortError' && setError(failed));
    ask();
    return () => {
      running.abort();
      clearTimeout(timer);
    };
  }, [place.picture, revision, tries]);
  const shown = list?.picture === place.picture ? list : null;
  const same = shown?.pictures.filter((one) => one.same) ?? [];
  const similar = shown?.pictures.filter((one) => !one.same && one.distance <= SIMILAR) ?? [];
  return html`
    <main class="by-picture">
      <header class="by-picture-head"><${Asked} digits=${place.picture} />
        <div><h1>By picture</h1>
          <p class="quiet-words">Each shot is compared by one still from its middle. Scaling, encoding, black bars and captions do not matter much; a mirrored picture, a far crop or another moment of a shot that moves are not found.</p>
          <${PictureField} pictures=${pictures} words=${place.picture ? 'Another picture' : 'Choose a picture'} /> <span class="quiet-words">or drop or paste one</span></div></header>
      <${PictureHints} pictures=${pictures} />
      ${error && html`<${Failed} error=${error} retry=${() => setTries(tries + 1)} />`}
      ${!shown && !error && place.picture && html`<${Loading} what="shots" />`}
      ${shown && shown.share < 1 && html`<p class="looking" role="status"><progress max="100" value=${Math.round(shown.share * 100)} aria-label="Stills looked at"></progress> Looking at the stills for the first time: ${Math.round(shown.share * 100)} %. What is found so far stands below.</p>`}
      ${same.length > 0 && html`<h2>Shows the same <span class="count">${same.length}</span></h2><${Shots} shots=${same} />`}
      ${shown && shown.share === 1 && same.length === 0 && html`<${Empty} title="No shot shows this picture"><p>At least none whose still is like it. Try a picture from the middle of the shot.</p><//>`}
      ${similar.length > 0 && html`<h2>Similar <span class="count">${similar.length}</span></h2><${Shots} shots=${similar} />`}
    </main>`;
}
