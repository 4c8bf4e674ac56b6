// Words, names and requests of people with bad intentions, as a browser meets them.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync } from 'node:fs';
import { request as ask } from 'node:http';
import { join } from 'node:path';
import test from 'node:test';
import { eventually, folder, launch, openPage, run, samples, serve } from './support.mjs';

const NAMES = ['<img src=x onerror=alert(1)>.mp4', '"><script>alert(2)<\u2215script>.mp4', "javascript:alert('3').mp4", '\u202egnp.4pm.mp4', '{{7*7}}${8*8}.mp4',
  'a\nb\u2028c.mp4'];
let browser;
let server;
test.before(async () => {
  const home = folder(null);
  const clips = join(home, '<b onmouseover=alert(4)>');
  mkdirSync(clips);
  // One content is one clip: each name gets a clip of its own.
  const sources = ['mark.mp4', 'cuts.mp4', 'fades.mp4', 'flashes.mp4', 'dissolves.mp4', 'rotated.mp4'];
  NAMES.forEach((name, i) => copyFileSync(join(samples, sources[i]), join(clips, name)));
  run('analyze', '--no-text', '--db', join(home, 'hostile.db'), clips);
  browser = await launch();
  server = await serve(join(home, 'hostile.db'));
});
test.after(async () => {
  await browser?.close();
  await server?.stop();
});

/** A raw request; headers exactly as given. */
const raw = (path, { method = 'GET', headers = {}, body = '' } = {}) => new Promise((done, failed) => {
  const { port } = new URL(server.url);
  const sent = ask({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
    const pieces = [];
    answer.on('data', (piece) => pieces.push(piece));
    answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(pieces) }));
  });
  sent.on('error', failed);
  sent.end(body);
});

test('names that are markup are shown as they are, and run nothing', async (t) => {
  const { page, context, noFaults } = await openPage(browser, server.url);
  t.after(() => context.close());
  await page.goto(server.url);
  await eventually(async () => assert.equal(await page.locator('.total').innerText(), `${NAMES.length} clips`));
  await page.getByText(NAMES[0]).first().waitFor();
  for (let i = 0; i < NAMES.length; ++i) {
    await page.locator(`[data-index="${i}"]`).hover();
    await page.locator(`[data-index="${i}"] a`).click();
    await page.locator('video').waitFor();
    await page.locator('.facts').waitFor();
    await page.goBack();
    await page.locator(`[data-index="${i}"]`).waitFor();
  }
  assert.equal(await page.locator('img[src="x"], script:not([src]), b[onmouseover]').count(), 0);
  noFaults();
});

test('an address that holds markup runs nothing', async (t) => {
  const { page, context, noFaults } = await openPage(browser, server.url);
  t.after(() => context.close());
  const evil = encodeURIComponent('<img src=x onerror=alert(1)>');
  for (const path of [`/?q=${evil}`, `/?handle=${evil}&kind=${evil}&folder=${evil}`, `/?tag=javascript:alert(1)`]) {
    await page.goto(server.url + path);
    await page.locator('.total').waitFor({ state: 'attached' });
    await page.waitForTimeout(200);
    assert.equal(await page.locator('img[src="x"]').count(), 0);
  }
  noFaults(/status of 400/);
});

test('an article that is markup is text', async (t) => {
  const { page, context, noFaults } = await openPage(browser, server.url);
  t.after(() => context.close());
  await page.goto(`${server.url}/article`);
  await page.getByLabel('Text of the article').fill('<img src=x onerror=alert(1)> posted on X by @<script>alert(2)</script>');
  await page.getByRole('button', { name: 'Check the claims' }).click();
  await page.locator('.claim, .state').first().waitFor();
  assert.equal(await page.locator('img[src="x"]').count(), 0);
  noFaults();
});

test('script in the page and connections elsewhere are forbidden by policy', async (t) => {
  const { page, context } = await openPage(browser, server.url);
  t.after(() => context.close());
  await page.goto(server.url);
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    try {
      script.textContent = 'globalThis.ran = true';
    } catch { /* Trusted types. */ }
    document.head.append(script);
    const image = new Image();
    const elsewhere = await new Promise((done) => {
      image.onload = () => done('loaded');
      image.onerror = () => done('refused');
      image.src = 'http://127.0.0.1:9/x.png';
    });
    const sent = await fetch('http://127.0.0.1:9/', { mode: 'no-cors' }).then(() => 'sent', () => 'refused');
    return [globalThis.ran === true, elsewhere, sent];
  });
  assert.deepEqual(ran, [false, 'refused', 'refused']);
});

test('a page of another site can neither read, change nor frame this one', async (t) => {
  const { createServer } = await import('node:http');
  const own = server.url;
  const evil = createServer((_, answer) => answer.setHeader('Content-Type', 'text/html').end(`<!doctype html><iframe src="${own}/"></iframe>`));
  await new Promise((done) => evil.listen(0, '127.0.0.1', done));
  t.after(() => evil.close());
  const context = await browser.newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(`http://localhost:${evil.address().port}/`);
  const results = await page.evaluate(async (base) => {
    const read = await fetch(`${base}/api/v1/videos`).then(() => 'read', () => 'refused');
    const change = await fetch(`${base}/api/v1/videos/1/preview`, { method: 'POST', mode: 'no-cors', body: '' }).then((answer) => answer.type, () => 'refused');
    const picture = await new Promise((done) => {
      const image = new Image();
      image.onload = () => done('shown');
      image.onerror = () => done('refused');
      image.src = `${base}/api/v1/videos/1/still?ms=0`;
    });
    return { read, change, picture, framed: frames[0].length };
  }, own);
  assert.equal(results.read, 'refused');
  assert.equal(results.picture, 'refused');
  assert.ok(['opaque', 'refused'].includes(results.change));
  const state = await page.context().request.get(`${own}/api/v1/videos/1/preview`);
  assert.equal((await state.json()).state, 'none');
  assert.ok(!(await page.frames()[1]?.content().catch(() => ''))?.includes('change-token'));
});

test('raw requests are answered properly', async () => {
  const host = new URL(server.url).host;
  for (const [what, path, options, status] of [
    ['foreign Host', '/api/v1/videos', { headers: { Host: 'evil.example' } }, 421],
    ['rebinding with the right port', '/api/v1/videos', { headers: { Host: `evil.example:${new URL(server.url).port}` } }, 421],
    ['traversal', '/assets/../../../../etc/passwd', {}, 404],
    ['encoded traversal', '/assets/%2e%2e%2f%2e%2e%2fetc%2fpasswd', {}, 404],
    ['twice encoded traversal', '/assets/%252e%252e/etc/passwd', {}, 404],
    ['a path for a number', '/api/v1/videos/%2Fetc%2Fpasswd/media', {}, 404],
    ['a NUL', '/api/v1/videos/1%00/media', {}, 400],
    ['half of an escape', '/%e', {}, 400],
    ['a range outside', '/api/v1/videos/1/media', { headers: { Range: 'bytes=999999999-' } }, 416],
    ['many ranges', '/api/v1/videos/1/media', { headers: { Range: `bytes=${Array.from({ length: 500 }, (_, i) => `${i}-${i}`).join(',')}` } }, 200],
    ['a change without token', '/api/v1/videos/1/preview', { method: 'POST' }, 403],
    ['a change with a guess', '/api/v1/videos/1/preview', { method: 'POST', headers: { 'X-Sourcereel-Token': '0'.repeat(32) } }, 403],
    ['deletion', '/api/v1/videos/1', { method: 'DELETE' }, 403],
    ['a huge query', `/api/v1/hits?q=${'a'.repeat(7000)}`, {}, 400],
    ['a prefix of nothing', '/api/v1/hits?q=*', {}, 400],
    ['syntax of the index', '/api/v1/hits?q=%22a%22%20NEAR(b%20c)%20OR%20words:x', {}, 400],
    ['a huge article', '/api/v1/verify', { method: 'POST', body: 'x'.repeat(5 * 1024 * 1024) }, 413],
  ]) {
    const answer = await raw(path, { ...options, headers: { Host: host, ...options.headers } }).catch((error) => ({ status: error.code, headers: {}, body: '' }));
    // A body that is too large may be cut off before the answer is read.
    if (what === 'a huge article' && answer.status !== status) assert.match(String(answer.status), /ECONNRESET|EPIPE|403/);
    else assert.equal(answer.status, status, what);
    if (typeof answer.status === 'number') assert.match(answer.headers['content-security-policy'] ?? '', /default-src 'none'/, what);
    assert.ok(!String(answer.body).includes('root:'), what);
  }
});

test('ranges give the very bytes of the file', async () => {
  const host = { Host: new URL(server.url).host };
  const whole = (await raw('/api/v1/videos/1/media', { headers: host })).body;
  for (const [begin, end] of [[0, 0], [10, 99], [whole.length - 5, whole.length + 100]]) {
    const part = await raw('/api/v1/videos/1/media', { headers: { ...host, Range: `bytes=${begin}-${end}` } });
    assert.equal(part.status, 206);
    assert.deepEqual(part.body, whole.subarray(begin, end + 1));
  }
  const head = await raw('/api/v1/videos/1/media', { method: 'HEAD', headers: host });
  assert.equal(Number(head.headers['content-length']), whole.length);
});
