// Views that the list does not need: fetched once it stands, or when they are asked for. Half of the page's modules are theirs.
import { html, useEffect, useState } from './preact.js';
import { Failed, Loading } from './states.js';

/** @typedef {(props: any) => any} View */

/** @type {Object<string, () => Promise<View>>} */
const SOURCES = {
  clip: () => import('./clip.js').then((module) => module.ClipPage),
  article: () => import('./article.js').then((module) => module.ArticlePage),
  picture: () => import('./picture.js').then((module) => module.PicturePage),
  copies: () => import('./copies.js').then((module) => module.CopiesPage),
};
/** @type {Map<string, View>} */
const fetched = new Map();

/** @param {string} name */
const load = (name) => SOURCES[name]().then((view) => {
  fetched.set(name, view);
  return view;
});

let begun = false;

/** Once the list stands, and whoever comes to type at once has typed: who opens a clip then waits for none of its modules. */
export function fetchTheRest() {
  if (begun) return;
  begun = true;
  setTimeout(() => Object.keys(SOURCES).forEach((name) => load(name).catch(() => {})), 1500);
}

/** @param {{name: string, props: object}} props */
export function Later({ name, props }) {
  const [, redraw] = useState(0);
  const [error, setError] = useState(/** @type {Error|null} */ (null));
  const view = fetched.get(name);
  useEffect(() => {
    if (view || error) return;
    load(name).then(() => redraw((n) => n + 1), () => setError(new Error('The server does not answer. Is sourcereel serve still running?')));
  }, [name, error]);
  if (view) return html`<${view} ...${props} />`;
  return error ? html`<main><${Failed} error=${error} retry=${() => setError(null)} /></main>` : html`<main><${Loading} what="the view" /></main>`;
}
