// An article goes in, each of its claims comes out with what the videos show.
import { html, useEffect, useState } from './preact.js';
import { post } from './api.js';
import { Claim } from './claim.js';
import { counted } from './format.js';
import { Empty, Failed } from './states.js';

/** @typedef {import('./types.js').Verification} Verification */

const MOST_BYTES = 1024 * 1024;

/** The first sentence, or as much of it as a heading holds; a name of a file, so without slashes. @param {string} text */
export function firstWords(text) {
  const line = text.trim().split('\n')[0].replace(/\s+/g, ' ').replaceAll('/', ' ');
  const sentence = /^.{1,70}?[.!?](?=\s|$)/u.exec(line)?.[0];
  if (sentence || line.length <= 70) return sentence ?? line;
  return `${line.slice(0, 70).replace(/\s+\S*$/u, '')}…`;
}

export function ArticlePage() {
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState(/** @type {Verification|null} */ (null));
  const [error, setError] = useState(/** @type {Error|null} */ (null));
  useEffect(() => {
    document.title = 'Article · sourcereel';
  }, []);
  const take = async (/** @type {File|undefined} */ file) => {
    if (!file) return;
    if (file.size > MOST_BYTES) return setError(new Error(`${file.name} is larger than 1 MiB. An article is text, Markdown or saved HTML.`));
    setText(await file.text());
    setName(file.name);
    setError(null);
  };
  const check = () => {
    setBusy(true);
    setError(null);
    // What was pasted has no name: it is called by its first words.
    post(`verify?name=${encodeURIComponent(name || `${firstWords(text)}.txt`)}`, text)
      .then(setAnswer, (failed) => {
        setAnswer(null);
        setError(failed);
      })
      .finally(() => setBusy(false));
  };
  return html`
    <main class="article"><h1>Article</h1>
      <p class="lead">Paste an article or drop its file here. Every sentence about where a video comes from is compared with what is written in the catalogued clips. Nothing leaves this machine.</p>
      <form onSubmit=${(/** @type {Event} */ event) => { event.preventDefault(); if (text.trim()) check(); }}>
        <label class="unseen" for="article-text">Text of the article</label>
        <textarea id="article-text" class=${over ? 'over' : ''} rows="9" value=${text} placeholder="The video, posted on Telegram by @harbour_watch, shows…"
          onInput=${(/** @type {InputEvent} */ event) => { setText(/** @type {HTMLTextAreaElement} */ (event.target).value); setName(''); }}
          onDragOver=${(/** @type {DragEvent} */ event) => { event.preventDefault(); setOver(true); }} onDragLeave=${() => setOver(false)}
          onDrop=${(/** @type {DragEvent} */ event) => { event.preventDefault(); setOver(false); take(event.dataTransfer?.files[0]); }}></textarea>
        <div class="article-actions">
          <button type="submit" class="button primary" disabled=${busy || !text.trim()}>${busy ? 'Comparing…' : 'Check the claims'}</button>
          <label class="button file">Choose a file<input type="file" accept=".txt,.md,.html,.htm,text/plain,text/html" onChange=${(/** @type {Event} */ event) => take(/** @type {HTMLInputElement} */ (event.target).files?.[0])} /></label>
        </div>
      </form>
      <div aria-live="polite">
        ${error && html`<${Failed} error=${error} retry=${text.trim() ? check : undefined} />`}
        ${answer && answer.claims.length === 0 && html`<${Empty} title="No claim about a source"><p>Nothing in this text says where a video or picture comes from.</p><//>`}
        ${answer && answer.claims.length > 0 && html`
          <section aria-labelledby="claims-title"><h2 id="claims-title">${counted(answer.claims.length, 'claim')}${answer.article?.title ? html` in “<bdi>${answer.article.title}</bdi>”` : null}</h2>
            ${answer.warnings.map((one) => html`<p class="hint">${one}</p>`)}
            <ol class="claims">${answer.claims.map((claim) => html`<${Claim} key=${claim.id} claim=${claim} />`)}</ol></section>`}
      </div>
    </main>`;
}
