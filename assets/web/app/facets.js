// What the answers have in common, with counts; chosen values combine.
import { html, useState } from './preact.js';
import { FACETS, go, searchPart } from './address.js';
import { kindName, languageName, verdictName } from './format.js';

/** @typedef {import('./types.js').FacetValue} FacetValue */
/** @typedef {import('./types.js').FacetLists} FacetLists */
/** @typedef {import('./address.js').Place} Place */

const SHORT = 8;

/** @param {string} key @param {string} value */
function labelOf(key, value) {
  if (key === 'kind') return kindName(value);
  if (key === 'lang') return languageName(value);
  if (key === 'verdict') return verdictName(value);
  if (key === 'handle') return `@${value}`;
  if (key === 'month' && /^\d{4}-\d\d$/.test(value)) {
    return new Date(`${value}-01T12:00:00Z`).toLocaleDateString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  }
  if (key === 'folder') return value.slice(value.lastIndexOf('/') + 1) || value;
  return value;
}

/** @param {Place} place @param {string} key @param {string} value */
function toggled(place, key, value) {
  const chosen = { ...place.chosen };
  const values = chosen[key] ?? [];
  // No clip is of two months.
  const others = key === 'month' ? [] : values;
  chosen[key] = values.includes(value) ? values.filter((one) => one !== value) : [...others, value];
  return `/${searchPart(place.words, chosen)}`;
}

/** @param {{place: Place, name: string, label: string, values: FacetValue[], others: number, texts: boolean}} props */
function Facet({ place, name, label, values, others, texts }) {
  const [all, setAll] = useState(false);
  const chosen = place.chosen[name] ?? [];
  const isChosen = (/** @type {string} */ value) => chosen.some((one) => one.toLowerCase() === value.toLowerCase());
  // What was chosen stays in sight, even where nothing answers to it now.
  const missing = chosen.filter((one) => !values.some((value) => value.value.toLowerCase() === one.toLowerCase()));
  const list = [...values, ...missing.map((value) => ({ value, texts: 0, clips: 0 }))];
  if (!list.length) return null;
  const shown = all ? list : list.filter((value, i) => i < SHORT || isChosen(value.value));
  return html`
    <fieldset class="facet"><legend>${label}</legend>
      ${shown.map((value) => html`
        <label key=${value.value} class=${value.texts || value.clips ? '' : 'none'}>
          <input type="checkbox" checked=${isChosen(value.value)} onChange=${() => go(toggled(place, name, chosen.find((one) => one.toLowerCase() === value.value.toLowerCase()) ?? value.value))} />
          <span class="facet-name" title=${value.value}><bdi>${labelOf(name, value.value)}</bdi></span><span class="count">${(texts ? value.texts : value.clips).toLocaleString('en')}</span>
        </label>`)}
      ${list.length > SHORT && html`<button type="button" class="quiet" aria-expanded=${all} onClick=${() => setAll(!all)}>${all ? 'Fewer' : `${list.length - SHORT} more`}</button>`}
      ${others > 0 && (all || list.length <= SHORT) && html`<p class="quiet-words">and ${others.toLocaleString('en')} rarer</p>`}
    </fieldset>`;
}

/** Counts are of texts where texts are listed, else of clips. @param {{place: Place, facets: FacetLists, texts: boolean}} props */
export function Facets({ place, facets, texts }) {
  return html`${FACETS.map(({ key, label, facet }) => html`
    <${Facet} key=${key} place=${place} name=${key} label=${label} values=${facets[facet]?.values ?? []} others=${facets[facet]?.others ?? 0} texts=${texts} />`)}`;
}

/** Chosen values as buttons that take them away again. @param {{place: Place}} props */
export function Chosen({ place }) {
  const all = FACETS.flatMap(({ key }) => (place.chosen[key] ?? []).map((value) => ({ key, value })));
  if (!all.length) return null;
  return html`
    <div class="chosen" role="group" aria-label="Chosen filters">
      ${all.map(({ key, value }) => html`
        <button type="button" key=${key + value} class="chip" onClick=${() => go(toggled(place, key, value))}
          aria-label=${`Remove filter ${value}`}><bdi>${labelOf(key, value)}</bdi><span aria-hidden="true">×</span></button>`)}
      ${all.length > 1 && html`<button type="button" class="quiet" onClick=${() => go(`/${searchPart(place.words, {})}`)}>Clear</button>`}
    </div>`;
}
