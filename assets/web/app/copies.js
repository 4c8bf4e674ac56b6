// Groups of copies. Finding them is the work of fingerprints, which this version does not make; what it has are stills that
// look the same, and what people said of such pairs.
import { html, useEffect, useState } from './preact.js';
import { change, get } from './api.js';
import { Empty } from './states.js';

/** @typedef {import('./types.js').NotACopy} NotACopy */

/** @param {{revision: number}} props */
export function CopiesPage({ revision }) {
  const [pairs, setPairs] = useState(/** @type {NotACopy[]} */ ([]));
  const [problem, setProblem] = useState('');
  useEffect(() => {
    document.title = 'Copies · sourcereel';
  }, []);
  const load = () => get('not-copies').then((found) => setPairs(found.pairs), (error) => setProblem(error.message));
  useEffect(() => {
    load();
  }, [revision]);
  const undo = (/** @type {NotACopy} */ one) =>
    change('DELETE', `videos/${one.id}/not-copies/${one.other_id}`).then(load, (error) => setProblem(error.message));
  return html`
    <main class="narrow"><h1>Copies</h1>
      <${Empty} title="No copies are known">
        <p>This version does not group copies by itself, so nothing can be said about them: an empty page here does not mean that there are none.</p>
        <p>What it does know: two files with the same bytes are one clip, which lists every place where it was seen. On the page of a clip, “Look for the same pictures” finds clips whose stills look the same. And clips that carry the same account can be found together.</p>
        <p><a class="button" href="/">Search by account</a> <a class="button" href="/picture">Search by picture</a></p>
      <//>
      ${problem && html`<p class="hint" role="alert">${problem}</p>`}
      <section aria-labelledby="none-title"><h2 id="none-title">Not a copy <span class="count">${pairs.length}</span></h2>
        ${pairs.length === 0 && html`<p class="quiet-words">No pair was marked. Whoever finds on a clip's page that two clips only look the same can mark them there; from then on they stand here.</p>`}
        <ul class="none-pairs">${pairs.map((one) => html`
          <li key=${`${one.id} ${one.other_id}`}><a href=${`/clip/${one.id}`}><bdi>${one.name}</bdi></a> <span class="quiet-words">and</span> <a href=${`/clip/${one.other_id}`}><bdi>${one.other_name}</bdi></a>
            <time datetime=${one.made_at}>${one.made_at.slice(0, 10)}</time>
            <button type="button" class="button small" aria-label=${`${one.name} and ${one.other_name} may be copies after all`} onClick=${() => undo(one)}>Undo</button></li>`)}</ul>
      </section>
    </main>`;
}
