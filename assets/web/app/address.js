// Every state of the page is an address. The path names the view, the query what was asked, the hash the moment.
import { useEffect, useState } from './preact.js';

/** Facets that an address may hold, under `key`, and what the server calls them. */
export const FACETS = [
  { key: 'handle', label: 'Accounts', facet: 'handle' },
  { key: 'outlet', label: 'Outlets', facet: 'outlet' },
  { key: 'kind', label: 'Kind of text', facet: 'kind' },
  { key: 'lang', label: 'Language', facet: 'language' },
  { key: 'month', label: 'Month', facet: 'date' },
  { key: 'verdict', label: 'Verdict', facet: 'verdict' },
  { key: 'tag', label: 'Tags', facet: 'tag' },
  { key: 'folder', label: 'Folder', facet: 'folder' },
];

/**
 * @typedef {{view: 'grid'|'clip'|'article'|'copies'|'picture', clip: number, picture: string, words: string, chosen: Object<string, string[]>,
 *   time: number|null}} Place
 */

/** @param {string} href @returns {Place} */
export function placeOf(href) {
  const url = new URL(href, location.origin);
  const parts = url.pathname.split('/').filter(Boolean);
  /** @type {Place['view']} */
  const view = parts[0] === 'clip' ? 'clip' : parts[0] === 'article' ? 'article' : parts[0] === 'copies' || parts[0] === 'picture' ? parts[0] : 'grid';
  /** @type {Object<string, string[]>} */
  const chosen = {};
  for (const { key } of FACETS) {
    const values = url.searchParams.getAll(key);
    if (values.length) chosen[key] = values;
  }
  const time = /^#t=(\d+(?:\.\d+)?)$/.exec(url.hash);
  return { view, clip: Number(parts[1] ?? 0), picture: url.searchParams.get('picture') ?? '', words: url.searchParams.get('q') ?? '', chosen, time: time ? Number(time[1]) : null };
}

/** @param {string} words @param {Object<string, string[]>} chosen */
export function searchPart(words, chosen) {
  const query = new URLSearchParams();
  if (words.trim()) query.set('q', words);
  for (const { key } of FACETS) for (const value of chosen[key] ?? []) query.append(key, value);
  const text = query.toString();
  return text ? `?${text}` : '';
}

/** "#t=12.48": to the millisecond. @param {number} time */
export const momentPart = (time) => `#t=${+time.toFixed(3)}`;

/** @param {number} id @param {Place} from @param {number|null} time */
export const clipAddress = (id, from, time) =>
  `/clip/${id}${searchPart(from.words, from.chosen)}${time === null ? '' : momentPart(time)}`;

/**
 * While somebody types, the last word may not be whole: it stands for all that begin so, from two letters on, of
 * scripts with a letter a syllable from one on. A phrase that is not closed yet ends where the typing does.
 * @param {string} words
 */
export const unfinished = (words) =>
  words.split('"').length % 2 === 0
    ? `${words}"`
    : words.replace(/(?<=^|\s)(-?)([\p{L}\p{N}]*(?:[\p{L}\p{N}]{2}|[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]))$/u, '$1$2*');

/** A condition for each chosen value. @param {Place} place */
function conditions(place) {
  const quoted = (/** @type {string} */ value) => (/[\s"]/.test(value) ? `"${value.replaceAll('"', ' ')}"` : value);
  return FACETS.flatMap(({ key }) =>
    (place.chosen[key] ?? []).map((value) => (key === 'month' ? `since:${quoted(value)} until:${quoted(value)}` : `${key}:${quoted(value)}`)));
}

/** What a search sends: the words as typed, then the conditions. @param {Place} place */
export const queryText = (place) => [unfinished(place.words.trimStart()).trim(), ...conditions(place)].filter(Boolean).join(' ');

/** What is kept of a search: words that are typed to their end. @param {Place} place */
export const keptText = (place) => [place.words.trim(), ...conditions(place)].filter(Boolean).join(' ');

/**
 * The address of a kept search: conditions that are facets are chosen there, all else stands in the field.
 * @param {string} query
 */
export function addressOf(query) {
  /** @type {Object<string, string[]>} */
  const chosen = {};
  const words = [];
  const parts = query.match(/-?[a-z]+:"[^"]*"|-?"[^"]*"?|\S+/giu) ?? [];
  for (let i = 0; i < parts.length; ++i) {
    const [, name, quoted, plain] = /^([a-z]+):(?:"([^"]*)"|(\S+))$/i.exec(parts[i]) ?? [];
    const key = name?.toLowerCase();
    const value = quoted ?? plain;
    if (key === 'since' && /^\d{4}-\d\d$/.test(value) && parts[i + 1] === `until:${value}` && !chosen.month) {
      chosen.month = [value];
      ++i;
    } else if (key !== 'month' && FACETS.some((one) => one.key === key)) {
      chosen[key] = [...(chosen[key] ?? []), value];
    } else {
      words.push(parts[i]);
    }
  }
  return `/${searchPart(words.join(' '), chosen)}`;
}

/** Where the list was scrolled to is kept with the entry of the history that is left. */
export function keepScroll() {
  history.replaceState({ scroll: scrollY }, '');
}

/** @param {string} href @param {boolean} [replace] */
export function go(href, replace = false) {
  if (!replace) keepScroll();
  history[replace ? 'replaceState' : 'pushState'](null, '', href);
  dispatchEvent(new Event('sourcereel:place'));
}

/** The place shown now; changes with go(), back and forward. @returns {Place} */
export function usePlace() {
  const [href, setHref] = useState(location.href);
  useEffect(() => {
    const look = () => setHref(location.href);
    addEventListener('popstate', look);
    addEventListener('hashchange', look);
    addEventListener('sourcereel:place', look);
    return () => {
      removeEventListener('popstate', look);
      removeEventListener('hashchange', look);
      removeEventListener('sourcereel:place', look);
    };
  }, []);
  return placeOf(href);
}

/** Links stay in the page, unless a new tab or window is wanted. @param {MouseEvent} event */
export function followLink(event) {
  const target = event.target instanceof Element ? event.target.closest('a') : null;
  if (!target || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (target.origin !== location.origin || target.hasAttribute('download') || target.getAttribute('href')?.startsWith('#')) return;
  event.preventDefault();
  if (target.href !== location.href) go(target.href);
  if (!target.hash) scrollTo(0, 0);
}
