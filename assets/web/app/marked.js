// A text in which the words that were asked for stand out.
import { html } from './preact.js';

/** @param {string} words @returns {string[]} What to look for; conditions and excluded words are none. */
export function needles(words) {
  const found = [];
  for (const [, phrase, word] of words.matchAll(/(?<![-:\w])"([^"]+)"?|(?:^|\s)(?!-)([^\s"]+)/gu)) {
    if (phrase) found.push(...phrase.split(/\s+/));
    else if (word && !/^[a-z_]+:/i.test(word)) found.push(word.replace(/\*$/, ''));
  }
  return found.filter((one) => /[\p{L}\p{N}]/u.test(one));
}

/** @param {{text: string, words: string}} props */
export function Marked({ text, words }) {
  const wanted = needles(words).map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (!wanted.length) return html`<bdi>${text}</bdi>`;
  const parts = text.split(new RegExp(`(${wanted.join('|')})`, 'giu'));
  return html`<bdi>${parts.map((part, i) => (i % 2 ? html`<mark>${part}</mark>` : part))}</bdi>`;
}
