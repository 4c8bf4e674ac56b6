// How soon the page can be used, and how soon typing shows hits, on a large catalogue.
//     node tests/bench/browse_bench.mjs PROGRAM CATALOGUE [RUNS]
// Needs tools/dev/page.sh --tests and chromium. Prints medians and worst values in milliseconds.
process.env.SOURCEREEL_PROGRAM = process.argv[2];
const { launch, openPage, serve } = await import('../browser/support.mjs');
const runs = Number(process.argv[4] ?? 5);

/** @param {string} name @param {number[]} times */
function report(name, times) {
  const sorted = [...times].sort((a, b) => a - b);
  console.log(`${name}: median ${Math.round(sorted[Math.floor(sorted.length / 2)])} ms, worst ${Math.round(sorted[sorted.length - 1])} ms, of ${sorted.length}`);
}

const browser = await launch();
const starts = [];
const firsts = [];
const keys = [];
const scrolls = [];
for (let run = 0; run < runs; ++run) {
  const begin = performance.now();
  const server = await serve(process.argv[3]);
  starts.push(performance.now() - begin);
  const { page, context } = await openPage(browser, server.url);
  const opened = performance.now();
  await page.goto(server.url, { waitUntil: 'commit' });
  await page.locator('.card:not(.waiting) img').nth(8).waitFor();
  await page.locator('.facet').first().waitFor();
  firsts.push(performance.now() - opened);
  // In the page itself: from the last key to the hits of that very query, told by what is marked in the first, or to the words
  // that there are none.
  for (const [words, isThere] of [['harbour', true], ['минис', false], ['мост', true], ['harbour bridge', true], ['항구', true]]) {
    keys.push(await page.evaluate(([typed, found]) => new Promise((done) => {
      const field = /** @type {HTMLInputElement} */ (document.querySelector('input[type=search]'));
      const words = typed.split(' ');
      field.value = typed;
      const at = performance.now();
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      const look = () => {
        const marked = document.querySelector('.card-text mark')?.textContent?.toLowerCase();
        const asked = new URLSearchParams(location.search).get('q') === typed;
        if (asked && (found ? marked !== undefined && words.includes(marked) : document.querySelector('.state h2'))) done(performance.now() - at);
        else requestAnimationFrame(look);
      };
      look();
    }), [words, isThere]));
    await page.waitForTimeout(100);
  }
  await page.goto(server.url);
  await page.locator('.card:not(.waiting)').nth(8).waitFor();
  // The longest time between two frames while the whole list goes by.
  scrolls.push(await page.evaluate(() => new Promise((done) => {
    let worst = 0;
    let last = performance.now();
    let steps = 0;
    const step = () => {
      const now = performance.now();
      if (steps > 2) worst = Math.max(worst, now - last);
      last = now;
      scrollBy(0, 400);
      if (++steps < 200) requestAnimationFrame(step);
      else done(worst);
    };
    requestAnimationFrame(step);
  })));
  await context.close();
  await server.stop();
}
await browser.close();
report('server listens', starts);
report('first page usable', firsts);
report('last key to hits', keys);
report('longest frame while scrolling', scrolls);
