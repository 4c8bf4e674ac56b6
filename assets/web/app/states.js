// What stands in place of an answer: nothing there, not yet, went wrong. Each says what to do.
import { html } from './preact.js';

/** @param {{title: string, children?: unknown}} props */
export const Empty = ({ title, children }) => html`
  <div class="state"><h2>${title}</h2><div class="state-words">${children}</div></div>`;

/** @param {{error: Error, retry?: () => void}} props */
export const Failed = ({ error, retry }) => html`
  <div class="state" role="alert"><h2>That did not work</h2>
    <div class="state-words"><p>${error.message}</p>${retry && html`<button type="button" class="button" onClick=${retry}>Try again</button>`}</div>
  </div>`;

/** @param {{what: string}} props */
export const Loading = ({ what }) => html`<p class="state loading" role="status">Loading ${what}…</p>`;
