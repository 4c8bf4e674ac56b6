// The rules of axe-core on every page, by day and by night: nothing serious may be wrong.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { catalogue, launch, openPage, require, serve } from './support.mjs';

const rules = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
let browser;
let server;
test.before(async () => {
  browser = await launch();
  server = await serve(catalogue);
});
test.after(async () => {
  await browser?.close();
  await server?.stop();
});

const views = [
  ['list', '/', '.card:not(.waiting)'], ['search', '/?q=ferry', '.card-text'], ['nothing found', '/?q=zzqqxx', '.state h2'],
  ['clip', '/clip/1', '.shot'], ['article', '/article', 'textarea'], ['copies', '/copies', '.state h2'],
];
for (const colorScheme of ['light', 'dark']) {
  for (const [name, path, ready] of views) {
    test(`${name}, ${colorScheme}`, async (t) => {
      // The rules come in by a script of their own, which the page's own policy rightly forbids.
      const { page, context } = await openPage(browser, server.url, { colorScheme, bypassCSP: true });
      t.after(() => context.close());
      await page.goto(server.url + path);
      await page.locator(ready).first().waitFor();
      await page.evaluate(rules);
      const found = await page.evaluate(() => globalThis.axe.run());
      const serious = found.violations.filter((one) => ['serious', 'critical'].includes(one.impact))
        .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).slice(0, 3).join('; ')}: ${one.nodes[0].failureSummary}`);
      assert.deepEqual(serious, []);
    });
  }
}
