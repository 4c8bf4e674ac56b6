// Searches that are kept under a name, and lists as files.
import { html, useEffect, useRef, useState } from './preact.js';
import { addressOf, keptText, queryText } from './address.js';
import { change, get } from './api.js';

/** @typedef {import('./types.js').SavedSearch} SavedSearch */
/** @typedef {import('./address.js').Place} Place */

/** Those that are kept, and how to change them. @param {number} revision */
export function useSearches(revision) {
  const [searches, setSearches] = useState(/** @type {SavedSearch[]} */ ([]));
  const [problem, setProblem] = useState('');
  const take = (/** @type {Promise<{searches: SavedSearch[]}>} */ answer) =>
    answer.then((list) => {
      setSearches(list.searches);
      setProblem('');
    }, (error) => error.name !== 'AbortError' && setProblem(error.message));
  useEffect(() => {
    const running = new AbortController();
    take(get('searches', running.signal));
    return () => running.abort();
  }, [revision]);
  return {
    searches,
    problem,
    save: (/** @type {string} */ name, /** @type {string} */ query) => take(change('POST', `searches?name=${encodeURIComponent(name)}`, query)),
    forget: (/** @type {string} */ name) => take(change('DELETE', `searches?name=${encodeURIComponent(name)}`)),
  };
}

/** @param {{kept: ReturnType<typeof useSearches>, place: Place}} props */
export function SavedSearches({ kept, place }) {
  if (!kept.searches.length && !kept.problem) return null;
  const now = keptText(place);
  return html`
    <section class="facet saved" aria-labelledby="saved-title"><h2 id="saved-title">Saved searches</h2>
      ${kept.problem && html`<p class="hint" role="alert">${kept.problem}</p>`}
      <ul>${kept.searches.map((one) => html`
        <li key=${one.name}><a href=${addressOf(one.query)} title=${one.query} aria-current=${one.query === now ? 'true' : undefined}><bdi>${one.name}</bdi></a>
          <button type="button" class="remove" aria-label=${`Forget the search ${one.name}`} title="Forget" onClick=${() => kept.forget(one.name)}>×</button></li>`)}</ul>
    </section>`;
}

/** Keeping this search and taking its list along. @param {{kept: ReturnType<typeof useSearches>, place: Place, texts: boolean, total: number}} props */
export function ListTools({ kept, place, texts, total }) {
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const field = useRef(/** @type {HTMLInputElement|null} */ (null));
  const text = keptText(place);
  useEffect(() => {
    if (naming) field.current?.focus();
  }, [naming]);
  useEffect(() => setNaming(false), [text]);
  const save = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!name.trim()) return;
    kept.save(name, text);
    setNaming(false);
    setName('');
  };
  const file = (/** @type {string} */ as) => `/api/v1/export?of=${texts ? 'texts' : 'clips'}&as=${as}&q=${encodeURIComponent(queryText(place))}`;
  const what = texts ? 'texts' : 'clips';
  return html`
    <div class="list-tools">
      ${text && (naming
        ? html`<form class="naming" onSubmit=${save} onKeyDown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && setNaming(false)}>
            <input ref=${field} aria-label="Name of this search" placeholder="Name of this search" maxlength="100" value=${name} onInput=${(/** @type {InputEvent} */ event) => setName(/** @type {HTMLInputElement} */ (event.target).value)} />
            <button type="submit" class="button" disabled=${!name.trim()}>Keep</button></form>`
        : html`<button type="button" class="text-button" onClick=${() => setNaming(true)}>Save search</button>`)}
      ${total > 0 && html`<span class="exports">Export
        <a class="text-button" href=${file('csv')} download=${`sourcereel-${what}.csv`} aria-label=${`Export all ${what} as CSV`}>CSV</a>
        <a class="text-button" href=${file('json')} download=${`sourcereel-${what}.json`} aria-label=${`Export all ${what} as JSON`}>JSON</a></span>`}
    </div>`;
}
