// A picture instead of words: dropped, pasted, chosen as a file, or taken from a clip. It is made small here; what the server
// makes of it is 64 digits, which stand in the address.
import { html, useEffect, useState } from './preact.js';
import { go } from './address.js';
import { post } from './api.js';

const LONGEST_SIDE = 640;  // Pixels: that of the stills.

/** The picture asked for last, to be shown beside what was found. */
export const lastAsked = { digits: '', canvas: /** @type {HTMLCanvasElement|null} */ (null) };

/** @param {ImageBitmap|HTMLVideoElement} source */
function drawn(source) {
  const [width, height] = source instanceof HTMLVideoElement ? [source.videoWidth, source.videoHeight] : [source.width, source.height];
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext('2d')?.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Goes to what looks like it. @param {ImageBitmap|HTMLVideoElement} source */
export async function lookFor(source) {
  const canvas = drawn(source);
  const jpeg = await new Promise((/** @type {(blob: Blob|null) => void} */ done) => canvas.toBlob(done, 'image/jpeg', 0.92));
  if (!jpeg) throw new Error('This picture cannot be read.');
  const { picture } = await post('pictures', jpeg);
  lastAsked.digits = picture;
  lastAsked.canvas = canvas;
  go(`/picture?picture=${picture}`);
  scrollTo(0, 0);
}

/** @param {Blob} file */
async function lookForFile(file) {
  const picture = await createImageBitmap(file).catch(() => {
    throw new Error('This browser cannot read that file as a picture. JPEG, PNG and WebP work everywhere.');
  });
  await lookFor(picture);
}

/** Takes pictures that are dropped or pasted anywhere on the page. */
export function usePictures() {
  const [problem, setProblem] = useState('');
  const [over, setOver] = useState(false);
  const take = (/** @type {Blob|null|undefined} */ file) => {
    if (!file) return;
    setProblem('');
    lookForFile(file).catch((error) => setProblem(error.message));
  };
  useEffect(() => {
    const holdsFile = (/** @type {DataTransfer|null} */ data) => data?.types.includes('Files') ?? false;
    const onDrag = (/** @type {DragEvent} */ event) => {
      if (!holdsFile(event.dataTransfer)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (/** @type {DragEvent} */ event) => event.relatedTarget === null && setOver(false);
    const onDrop = (/** @type {DragEvent} */ event) => {
      setOver(false);
      if (!holdsFile(event.dataTransfer)) return;
      event.preventDefault();
      take(event.dataTransfer?.files[0]);
    };
    const onPaste = (/** @type {ClipboardEvent} */ event) => {
      const file = [...(event.clipboardData?.files ?? [])].find((one) => one.type.startsWith('image/'));
      if (!file) return;
      event.preventDefault();
      take(file);
    };
    addEventListener('dragenter', onDrag);
    addEventListener('dragover', onDrag);
    addEventListener('dragleave', onLeave);
    addEventListener('drop', onDrop);
    addEventListener('paste', onPaste);
    return () => {
      removeEventListener('dragenter', onDrag);
      removeEventListener('dragover', onDrag);
      removeEventListener('dragleave', onLeave);
      removeEventListener('drop', onDrop);
      removeEventListener('paste', onPaste);
    };
  }, []);
  return { problem, over, take };
}

/** @param {{pictures: ReturnType<typeof usePictures>, words?: string}} props */
export const PictureField = ({ pictures, words = 'By picture' }) => html`
  <label class="button picture-field" title="Find a shot by a picture of it: choose a file, or drop or paste it anywhere">${words}
    <input type="file" accept="image/*" aria-label="Find a shot by a picture of it" onChange=${(/** @type {Event} */ event) => {
      const field = /** @type {HTMLInputElement} */ (event.target);
      pictures.take(field.files?.[0]);
      field.value = '';  // The same file may be chosen again.
    }} /></label>`;

/** @param {{pictures: ReturnType<typeof usePictures>}} props */
export const PictureHints = ({ pictures }) => html`
  ${pictures.over && html`<div class="drop-here" aria-hidden="true"><p>Drop a picture to find its shot</p></div>`}
  ${pictures.problem && html`<p class="hint" role="alert">${pictures.problem}</p>`}`;
