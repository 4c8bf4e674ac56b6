// Groups of copies. Finding them is the work of fingerprints, which this version does not make.
import { html, useEffect } from './preact.js';
import { Empty } from './states.js';

export function CopiesPage() {
  useEffect(() => {
    document.title = 'Copies · sourcereel';
  }, []);
  return html`
    <main class="narrow"><h1>Copies</h1>
      <${Empty} title="No copies are known">
        <p>This version does not compare pictures between clips yet, so nothing can be said about copies: an empty page here does not mean that there are none.</p>
        <p>What it does know: two files with the same bytes are one clip, which lists every place where it was seen. And clips that carry the same account can be found together.</p>
        <p><a class="button" href="/">Search by account</a></p>
      <//>
    </main>`;
}
