// One clip: the picture with what was read in it, its shots, its texts, and where all of it comes from.
import { html, useCallback, useEffect, useMemo, useRef, useState } from './preact.js';
import { CopiesPanel } from './alike.js';
import { get } from './api.js';
import { baseName, clock } from './format.js';
import { momentPart, searchPart } from './address.js';
import { beginsOf } from './clocks.js';
import { Facts } from './facts.js';
import { MarksPanel, useMarks, useScope, VerdictsPanel } from './marks.js';
import { Player } from './player.js';
import { Failed, Loading } from './states.js';
import { Timeline } from './timeline.js';
import { Transcript } from './transcript.js';

/** @typedef {import('./types.js').Video} Video */
/** @typedef {import('./types.js').Times} Times */
/** @typedef {import('./address.js').Place} Place */

/** @param {{place: Place, revision: number}} props */
export function ClipPage({ place, revision }) {
  const [video, setVideo] = useState(/** @type {Video|null} */ (null));
  const [error, setError] = useState(/** @type {Error|null} */ (null));
  const [time, setTime] = useState(place.time ?? 0);
  const [tries, setTries] = useState(0);
  const [times, setTimes] = useState(/** @type {Times|null} */ (null));
  const player = useRef(/** @type {{seek: (time: number) => void}|null} */ (null));
  useEffect(() => {
    const running = new AbortController();
    get(`videos/${place.clip}`, running.signal).then(
      (found) => {
        // The same rows again are no reason to draw anew.
        setVideo((old) => (old && JSON.stringify(old) === JSON.stringify(found) ? old : found));
        setError(null);
      },
      (failed) => failed.name !== 'AbortError' && setError(failed));
    return () => running.abort();
  }, [place.clip, revision, tries]);
  // Where the pictures begin must be known before the player goes anywhere; the rest, which takes a look at the whole
  // file, is needed for single steps only.
  const isUneven = video?.media.variable_frame_rate ?? false;
  useEffect(() => {
    const running = new AbortController();
    const ask = (/** @type {string} */ which) => get(`videos/${place.clip}/times${which}`, running.signal);
    ask('').catch(() => ({ start: null, time_base: null, pictures: null })).then((found) => {
      if (!running.signal.aborted) setTimes((old) => old ?? found);
    });
    if (isUneven) ask('?all=1').then(setTimes, () => {});
    return () => running.abort();
  }, [place.clip, isUneven]);
  const begins = useMemo(() => beginsOf(times), [times]);
  const name = video ? baseName(video.media.path) : '';
  useEffect(() => {
    document.title = name ? `${name} · sourcereel` : 'sourcereel';
  }, [name]);
  // An address with a moment, also when only the moment changes: back, forward, a link typed in.
  useEffect(() => {
    if (video && times && place.time !== null) player.current?.seek(place.time);
  }, [video, times !== null, place.time]);
  const seek = useCallback((/** @type {number} */ to) => {
    player.current?.seek(to);
    history.replaceState(null, '', `${location.pathname}${location.search}${momentPart(to)}`);
  }, []);
  const shots = useMemo(() => video?.shots ?? [], [video]);
  const held = useMarks(place.clip, revision);
  const tools = useScope(shots, time);

  if (error && !video) return html`<main><${Failed} error=${error} retry=${() => setTries(tries + 1)} /></main>`;
  if (!video || !times) return html`<main><${Loading} what="the clip" /></main>`;
  const back = searchPart(place.words, place.chosen);
  return html`
    <main class="clip">
      <div class="clip-head">
        <a class="back" href=${`/${back}`}>← ${back ? 'Results' : 'Clips'}</a>
        <h1 title=${video.media.path}><bdi>${name}</bdi></h1>
        <span class="clip-length">${clock(video.media.duration)}</span>
      </div>
      <div class="clip-body">
        <div class="clip-main">
          <${Player} control=${player} video=${video} shots=${shots} offset=${times.start ?? 0} begins=${begins} start=${place.time} onTime=${setTime} onSeek=${seek} />
          <${Timeline} video=${video} time=${time} seek=${seek} marks=${held.marks} chosen=${tools.scope === 'clip' ? null : tools.range} />
          <${MarksPanel} held=${held} tools=${tools} seek=${seek} />
          <${CopiesPanel} clip=${place.clip} held=${held} />
        </div>
        <div class="clip-side">
          <${Transcript} tracks=${video.tracks} time=${time} seek=${seek} words=${place.words} />
          <${VerdictsPanel} held=${held} />
          <${Facts} video=${video} />
        </div>
      </div>
    </main>`;
}
