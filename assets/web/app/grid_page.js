// Search as you type, facets, and the clips that answer.
import { html, useEffect, useLayoutEffect, useMemo, useRef, useState } from './preact.js';
import { FACETS, go, queryText, searchPart } from './address.js';
import { ApiError } from './api.js';
import { Chosen, Facets } from './facets.js';
import { counted } from './format.js';
import { Grid } from './grid.js';
import { isTyping } from './keys.js';
import { fetchTheRest } from './later.js';
import { useListing } from './listing.js';
import { PictureField, PictureHints, usePictures } from './picture_search.js';
import { ListTools, SavedSearches, useSearches } from './saved.js';
import { Empty, Failed, Loading } from './states.js';

/** @typedef {import('./address.js').Place} Place */

const PAUSE = 40;        // ms between keys of a burst, such as a key held down: only the last one asks the server.
const ONE_THOUGHT = 2500;  // ms within which typing on changes the same entry of the history.

/** @param {{place: Place}} props */
function SearchField({ place }) {
  const field = useRef(/** @type {HTMLInputElement|null} */ (null));
  const [typed, setTyped] = useState(place.words);
  const waiting = useRef(0);
  const lastKey = useRef(0);
  // Back and forward. With the very drawing: later it could put back what was typed over since.
  useLayoutEffect(() => {
    if (!waiting.current) setTyped(place.words);
  }, [place.words]);
  useEffect(() => {
    const onKey = (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== '/' || isTyping(event)) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    addEventListener('keydown', onKey);
    if (sessionStorage.getItem('search')) {
      sessionStorage.removeItem('search');
      field.current?.focus();
    }
    return () => {
      removeEventListener('keydown', onKey);
      clearTimeout(waiting.current);  // Whoever opened a clip meanwhile stays there.
    };
  }, []);
  const onInput = (/** @type {InputEvent} */ event) => {
    const words = /** @type {HTMLInputElement} */ (event.target).value;
    setTyped(words);
    clearTimeout(waiting.current);
    const since = performance.now() - lastKey.current;
    lastKey.current += since;
    const ask = () => {
      waiting.current = 0;
      go(`/${searchPart(words, place.chosen)}`, since < ONE_THOUGHT);
      scrollTo(0, 0);
    };
    if (since > PAUSE) ask();
    else waiting.current = setTimeout(ask, PAUSE);
  };
  return html`
    <form class="search" role="search" onSubmit=${(/** @type {Event} */ event) => event.preventDefault()}>
      <input ref=${field} type="search" name="q" aria-label="Search what is written in the clips" value=${typed} maxlength="2000"
        placeholder="Search words, names, accounts" autocomplete="off" spellcheck=${false} onInput=${onInput} />
      <kbd aria-hidden="true">/</kbd>
    </form>`;
}

/** @param {{place: Place, revision: number, empty: boolean}} props */
export function GridPage({ place, revision, empty }) {
  const query = queryText(place);
  // Words are answered by the texts that hold them, filters alone by clips.
  const texts = place.words.trim() !== '';
  const address = `${texts ? 'hits' : 'videos'}?q=${encodeURIComponent(query)}`;
  const { listing, error, want, retry } = useListing(address, revision);
  // While an answer is awaited the cards of the one before are not drawn anew: they will be when it stands.
  const wanted = useRef(want);
  wanted.current = want;
  const shownFor = useRef(place);
  if (listing?.address === address) shownFor.current = place;
  const grid = useMemo(() => listing && listing.total > 0 && html`
    <${Grid} total=${listing.total} cards=${listing.cards} place=${shownFor.current} want=${(/** @type {number} */ first, /** @type {number} */ last) => wanted.current(first, last)} />`,
  [listing, shownFor.current]);
  const [open, setOpen] = useState(false);
  const kept = useSearches(revision);
  const pictures = usePictures();
  useEffect(() => {
    document.title = place.words ? `${place.words} · sourcereel` : 'sourcereel';
  }, [place.words]);
  useEffect(() => {
    if (listing) fetchTheRest();
  }, [listing !== null]);
  const chosen = FACETS.reduce((sum, { key }) => sum + (place.chosen[key]?.length ?? 0), 0);
  const asked = query !== '';
  // A query that cannot be understood yet, mid-typing, leaves the last answer in sight.
  const misunderstood = error instanceof ApiError && error.status === 400;
  let content;
  if (error && !misunderstood) content = html`<${Failed} error=${error} retry=${retry} />`;
  else if (!listing && !error) content = html`<${Loading} what="clips" />`;
  else if (grid) content = grid;
  else if (listing && (asked || !empty)) {
    content = html`
      <${Empty} title=${texts ? 'Nothing like that is written in any clip' : 'No clip answers to that'}>
        <p>${chosen ? 'The filters may be too narrow together.' : 'Try fewer words, or the beginning of one with a star: harb*.'}</p>
        ${chosen ? html`<button type="button" class="button" onClick=${() => go(`/${searchPart(place.words, {})}`)}>Take the filters away</button>` : null}
      <//>`;
  } else if (listing) {
    content = html`<${Empty} title="The catalogue is empty"><p>Put videos into it, and they appear here while they are analysed:</p><pre>sourcereel analyze FOLDER</pre><//>`;
  }
  return html`
    <div class="browse">
      <aside class=${open ? 'facets open' : 'facets'} aria-label="Filters">
        <button type="button" class="button facets-toggle" aria-expanded=${open} onClick=${() => setOpen(!open)}>Filters${chosen ? ` (${chosen})` : ''}</button>
        <div class="facets-inside"><${SavedSearches} kept=${kept} place=${place} /><${Facets} place=${place} facets=${listing?.facets ?? {}} texts=${texts} /></div>
      </aside>
      <main>
        <h1 class="unseen">Clips</h1>
        <div class="search-bar">
          <${SearchField} place=${place} />
          <${PictureField} pictures=${pictures} />
          <p class="total" role="status" aria-live="polite">${listing && !error ? counted(listing.total, texts ? 'text' : 'clip') : ''}</p>
          <${ListTools} kept=${kept} place=${place} texts=${texts} total=${error ? 0 : listing?.total ?? 0} />
        </div>
        <${PictureHints} pictures=${pictures} />
        ${misunderstood && html`<p class="hint" role="alert">${error.message}</p>`}
        <${Chosen} place=${place} />
        ${content}
      </main>
    </div>`;
}
