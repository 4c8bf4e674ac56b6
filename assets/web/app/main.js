// The frame around every view: bar, live state, help, and which view the address asks for.
import { html, render, useEffect, useState } from './preact.js';
import { followLink, keepScroll, searchPart, usePlace } from './address.js';
import { counted, timeLeft } from './format.js';
import { GridPage } from './grid_page.js';
import { Help } from './help.js';
import { isTyping } from './keys.js';
import { Later } from './later.js';
import { useLive } from './live.js';

/** @typedef {import('./types.js').Status} Status */

/** @param {{status: Status|null, connected: boolean}} props */
function LiveState({ status, connected }) {
  if (!connected) return html`<span class="live lost" role="status">Server not reached</span>`;
  if (!status) return html`<span class="live" role="status"></span>`;
  if (!status.running.length) {
    return html`<span class="live" role="status">${counted(status.videos, 'clip')} · ${counted(status.tracks, 'text')}</span>`;
  }
  const one = status.running[0];
  const share = Math.round(one.share * 100);
  return html`<span class="live running" title=${one.file}>
    <progress max="100" value=${share} aria-label="Analysis"></progress>
    <span>Analysing ${one.done} of ${one.inputs} · ${share} %<span class="wide-only">${one.seconds_left > 0 ? ` · ${timeLeft(one.seconds_left)}` : ''}</span>
    ${status.running.length > 1 ? html`<span> +${status.running.length - 1}</span>` : null}</span></span>`;
}

function App() {
  const place = usePlace();
  const live = useLive();
  const [help, setHelp] = useState(false);
  useEffect(() => {
    const onKey = (/** @type {KeyboardEvent} */ event) => {
      if (event.key === '?' && !isTyping(event)) {
        event.preventDefault();
        setHelp(true);
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const link = (/** @type {string} */ view, /** @type {string} */ href, /** @type {string} */ words) => html`
    <a href=${href} aria-current=${place.view === view || (view === 'grid' && (place.view === 'clip' || place.view === 'picture')) ? 'page' : undefined}>${words}</a>`;
  const revision = live.status?.revision ?? 0;
  return html`
    <div class="frame" onClick=${followLink}>
      <a class="skip" href="#content">Skip to content</a>
      <header class="bar">
        <a class="brand" href="/" aria-label="sourcereel, all clips"><img src="/assets/icon.svg" alt="" width="20" height="20" />sourcereel</a>
        <nav aria-label="Views">
          ${link('grid', place.view === 'clip' ? `/${searchPart(place.words, place.chosen)}` : '/', 'Clips')}
          ${link('copies', '/copies', 'Copies')}
          ${link('article', '/article', 'Article')}
        </nav>
        <${LiveState} ...${live} />
        <button type="button" class="icon-button" aria-label="Keys and help" title="Keys and help (?)" onClick=${() => setHelp(true)}>?</button>
      </header>
      <div id="content" tabindex="-1">
        ${place.view === 'grid' && html`<${GridPage} place=${place} revision=${revision} empty=${live.status?.videos === 0} />`}
        ${place.view !== 'grid' && html`<${Later} key=${`${place.view} ${place.clip}`} name=${place.view} props=${{ place, revision }} />`}
      </div>
      <${Help} open=${help} close=${() => setHelp(false)} />
    </div>`;
}

history.scrollRestoration = 'manual';  // The browser would scroll before there is a list; see grid.js.
addEventListener('pagehide', keepScroll);
const root = /** @type {HTMLElement} */ (document.getElementById('app'));
root.replaceChildren();
render(html`<${App} />`, root);
