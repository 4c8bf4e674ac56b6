// The picture, exact to the frame, with the keys that editors know.
import { html, useEffect, useRef, useState } from './preact.js';
import { Boxes } from './boxes.js';
import { stepFrom, WITHIN } from './clocks.js';
import { clock } from './format.js';
import { isOnControl, isTyping } from './keys.js';
import { lookFor } from './picture_search.js';
import { Unplayable } from './unplayable.js';

/** @typedef {import('./types.js').Video} Video */
/** @typedef {import('./types.js').Shot} Shot */

/**
 * Controls of one video element, in seconds of the clip: the speed of J and L, backwards by seeking, since browsers do not play so.
 * @param {HTMLVideoElement} element @param {() => number} start  Where the element's clock is at the clip's 0.
 * @param {(time: number, pictures: number) => number} stepped
 */
function deck(element, start, stepped) {
  let back = 0;
  let timer = 0;
  const stopBack = () => {
    clearInterval(timer);
    back = 0;
  };
  const now = () => element.currentTime - start();
  const seek = (/** @type {number} */ time) => {
    const at = Math.max(0, time) + WITHIN + start();
    element.currentTime = Math.min(at, Math.max(0, element.duration - WITHIN) || at);
  };
  return {
    now,
    seek,
    stop: stopBack,
    toggle() {
      stopBack();
      element.playbackRate = 1;
      if (element.paused) element.play().catch(() => {});
      else element.pause();
    },
    pause() {
      stopBack();
      element.pause();
    },
    forward() {
      const faster = !element.paused && !back;
      stopBack();
      element.playbackRate = faster ? Math.min(8, element.playbackRate * 2) : 1;
      element.play().catch(() => {});
    },
    backward() {
      element.pause();
      const speed = back ? Math.min(8, back * 2) : 1;
      stopBack();
      back = speed;
      timer = setInterval(() => {
        seek(now() - 0.1 * back - WITHIN);
        if (now() <= 0.01) stopBack();
      }, 100);
    },
    step(/** @type {number} */ pictures) {
      this.pause();
      seek(stepped(now(), pictures));
    },
  };
}

/**
 * `offset`: the player's clock at the clip's 0. `begins`: of each picture, where they are not evenly spaced and known.
 * @param {{video: Video, shots: Shot[], offset: number, begins: number[]|null, start: number|null, control: {current: {seek: (time: number) => void}|null},
 *   onTime: (time: number) => void, onSeek: (time: number) => void}} props
 */
export function Player({ video, shots, offset, begins, start, control, onTime, onSeek }) {
  const media = video.media;
  const element = useRef(/** @type {HTMLVideoElement|null} */ (null));
  const stage = useRef(/** @type {HTMLElement|null} */ (null));
  const [time, setTime] = useState(start ?? 0);
  const [playing, setPlaying] = useState(false);
  const [muted, setMuted] = useState(false);
  const [boxes, setBoxes] = useState(true);
  const [speed, setSpeed] = useState(1);
  const [source, setSource] = useState(`/api/v1/videos/${video.id}/media`);
  const [broken, setBroken] = useState(false);
  const [problem, setProblem] = useState('');
  const isPreview = source.endsWith('preview/media');
  const clocks = useRef({ offset, begins });
  clocks.current = { offset: isPreview ? 0 : offset, begins };  // A copy for browsers begins with its first picture.
  const tools = useRef(/** @type {ReturnType<typeof deck>|null} */ (null));

  useEffect(() => {
    const on = /** @type {HTMLVideoElement} */ (element.current);
    const average = media.frame_rate > 0 ? 1 / media.frame_rate : 0.04;
    const made = deck(on, () => clocks.current.offset, (from, pictures) => stepFrom(from, pictures, clocks.current.begins, average));
    tools.current = made;
    control.current = made;
    let running = true;
    const look = (/** @type {number} */ now) => {
      const at = Math.max(0, now);
      setTime(at);
      onTime(at);
    };
    // Called for each picture shown, with its own time: boxes stand on the picture that they belong to.
    const onFrame = (/** @type {number} */ _now, /** @type {VideoFrameCallbackMetadata} */ shown) => {
      if (!running) return;
      // At rest the moment asked for counts: a text that begins within this frame is there.
      look(on.paused ? made.now() : shown.mediaTime - clocks.current.offset + WITHIN);
      on.requestVideoFrameCallback(onFrame);
    };
    if ('requestVideoFrameCallback' in on) on.requestVideoFrameCallback(onFrame);
    const onUpdate = () => look(made.now());
    on.addEventListener('seeking', onUpdate);
    on.addEventListener('timeupdate', onUpdate);
    return () => {
      running = false;
      made.stop();
      on.removeEventListener('seeking', onUpdate);
      on.removeEventListener('timeupdate', onUpdate);
    };
  }, []);

  useEffect(() => {
    const jump = (/** @type {number} */ way) => {
      const now = (tools.current?.now() ?? 0) + WITHIN;
      const begins = shots.map((shot) => shot.begin);
      // Shortly behind a begin, "previous" means the shot before.
      const to = way > 0 ? begins.find((begin) => begin > now + 0.02) : begins.filter((begin) => begin < now - 0.3).pop() ?? 0;
      if (to !== undefined) onSeek(to);
    };
    /** @type {Object<string, () => void>} */
    const actions = {
      ' ': () => tools.current?.toggle(), k: () => tools.current?.pause(), j: () => tools.current?.backward(), l: () => tools.current?.forward(),
      ArrowLeft: () => tools.current?.step(-1), ArrowRight: () => tools.current?.step(1), '[': () => jump(-1), ']': () => jump(1),
      b: () => setBoxes((on) => !on), m: () => setMuted((on) => !on), f: toggleFull,
    };
    const onKey = (/** @type {KeyboardEvent} */ event) => {
      if (isTyping(event)) return;
      if (event.key === '/') {
        event.preventDefault();
        sessionStorage.setItem('search', '1');
        document.querySelector('.back')?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, button: 0 }));
        return;
      }
      const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!action || (event.key === ' ' && isOnControl(event))) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [shots, onSeek]);

  function toggleFull() {
    if (document.fullscreenElement) document.exitFullscreen();
    else stage.current?.requestFullscreen?.();
  }
  const usePreview = () => {
    setBroken(false);
    setSource(`/api/v1/videos/${video.id}/preview/media`);
  };
  const ratio = `${media.width} / ${media.height}`;
  const poster = shots.find((shot) => shot.still)?.still ?? undefined;
  return html`
    <section class="player" aria-label="Player">
      <div class="stage" ref=${stage}>
        <div class="picture" style=${{ aspectRatio: ratio, maxWidth: `calc(62vh * ${media.width / media.height})` }}>
          <video ref=${element} src=${source} poster=${poster} preload="auto" playsinline muted=${muted} aria-label=${media.path}
            onClick=${() => tools.current?.toggle()} onPlay=${() => setPlaying(true)} onPause=${() => setPlaying(false)}
            onRateChange=${() => setSpeed(element.current?.playbackRate ?? 1)} onError=${() => setBroken(true)}
            onLoadedMetadata=${() => (start !== null || clocks.current.offset > 0) && tools.current?.seek(start ?? 0)}></video>
          ${boxes && !broken && html`<${Boxes} tracks=${video.tracks} time=${time} width=${media.width} height=${media.height} />`}
          ${broken && html`<${Unplayable} video=${video} ready=${usePreview} isPreview=${isPreview} />`}
        </div>
      </div>
      <div class="controls" role="toolbar" aria-label="Playback">
        <button type="button" class="icon-button strong" aria-label=${playing ? 'Pause' : 'Play'} disabled=${broken} onClick=${() => tools.current?.toggle()}>
          <svg viewBox="0 0 16 16" aria-hidden="true">${playing ? html`<path d="M4 3h3v10H4zM9 3h3v10H9z" />` : html`<path d="M4 2.500v11l9-5.500z" />`}</svg></button>
        <button type="button" class="icon-button" aria-label="One frame back" disabled=${broken} onClick=${() => tools.current?.step(-1)}><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 3h2v10H3zM13 3v10L6 8z" /></svg></button>
        <button type="button" class="icon-button" aria-label="One frame on" disabled=${broken} onClick=${() => tools.current?.step(1)}><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M11 3h2v10h-2zM3 3v10l7-5z" /></svg></button>
        <output class="time">${clock(time, 2)} <span>/ ${clock(media.duration, 2)}</span></output>
        ${speed !== 1 && html`<span class="speed">${speed}×</span>`}
        <span class="gap"></span>
        <button type="button" class="text-button" aria-pressed=${boxes} onClick=${() => setBoxes(!boxes)}>Boxes</button>
        <button type="button" class="text-button" disabled=${broken} title="Find other shots that show this picture" onClick=${() => element.current && element.current.readyState > 1 && lookFor(element.current).catch((error) => setProblem(error.message))}>Find picture</button>
        <button type="button" class="text-button" aria-pressed=${muted} onClick=${() => setMuted(!muted)}>Mute</button>
        <button type="button" class="text-button" onClick=${toggleFull}>Full</button>
        <a class="text-button" href=${`/api/v1/videos/${video.id}/media`} download=${media.path.slice(media.path.lastIndexOf('/') + 1)}>Save</a>
      </div>
      ${problem && html`<p class="hint" role="alert">${problem}</p>`}
    </section>`;
}
