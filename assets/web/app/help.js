// Keys and how to ask.
import { html, useEffect, useRef } from './preact.js';
import { KEYS } from './keys.js';

const QUERIES = [
  ['harbour bridge', 'both words, in any order'],
  ['"on the record"', 'these words beside each other'],
  ['harb*', 'what begins so'],
  ['-ferry', 'without this word'],
  ['handle:name', 'the account name stands in it'],
  ['kind:watermark', 'only marks; also caption, bug, lower_third, credit, title'],
  ['lang:rus', 'read as Russian'],
  ['tag:checked', 'with this tag; -tag:checked without'],
  ['verdict:supported', 'some article was borne out by it'],
  ['has:note', 'with a note; also has:tag, has:verdict'],
];

/** @param {{open: boolean, close: () => void}} props */
export function Help({ open, close }) {
  const dialog = useRef(/** @type {HTMLDialogElement|null} */ (null));
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const rows = (/** @type {string[][]} */ list, /** @type {string} */ tag) =>
    list.map(([left, right]) => html`<div><dt>${tag === 'kbd' ? left.split(' ').map((key) => html`<kbd>${key}</kbd>`) : html`<code>${left}</code>`}</dt><dd>${right}</dd></div>`);
  return html`
    <dialog ref=${dialog} class="help" aria-labelledby="help-title" onClose=${close}
      onClick=${(/** @type {MouseEvent} */ event) => event.target === dialog.current && close()}>
      <div class="help-inside">
        <header><h2 id="help-title">Keys and queries</h2><button type="button" class="icon-button" aria-label="Close" onClick=${close}>×</button></header>
        <h3>Keys</h3><dl>${rows(KEYS, 'kbd')}</dl>
        <h3>Queries</h3><dl>${rows(QUERIES, 'code')}</dl>
        <p class="quiet-words">A picture that is dropped or pasted on the list finds its shot.</p>
      </div>
    </dialog>`;
}
