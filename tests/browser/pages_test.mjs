// What a person does on the page, each on the real server in a real browser, on a catalogue analysed from the samples.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { eventually, folder, launch, ownCatalogue, samples, scenarios, serve, timeOf } from './support.mjs';

let browser;
let server;
test.before(async () => {
  browser = await launch();
  server = await serve(ownCatalogue(), [], { XDG_CACHE_HOME: folder(null) });
});
test.after(async () => {
  await browser?.close();
  await server?.stop();
});

const scenario = scenarios(() => ({ browser, base: server.url }));
const cards = (page) => page.locator('.card:not(.waiting)');
const named = (page, name) => page.locator('.card', { hasText: name }).locator('a');

scenario('the list shows every clip with picture, name and account', async (page) => {
  await page.goto(server.url);
  await page.getByText('mark.mp4').waitFor();
  assert.match(await page.locator('.total').innerText(), /^\d+ clips$/);
  assert.match(await page.locator('.card', { hasText: 'mark.mp4' }).innerText(), /@BRICSinfo/);
  await eventually(async () => assert.ok(await page.locator('.card', { hasText: 'mark.mp4' }).locator('img').evaluate((img) => img.naturalWidth > 100)));
});

scenario('the first answer is asked for once, before the modules are there', async (page) => {
  const asked = [];
  page.on('request', (request) => request.url().includes('/api/v1/videos?') && asked.push(request.url()));
  await page.goto(server.url);
  await page.getByText('mark.mp4').waitFor();
  assert.equal(asked.length, 1);
});

scenario('a view of its own is there without the list', async (page) => {
  await page.goto(`${server.url}/copies`);
  await page.getByText('No copies are known').waitFor();
  await page.getByRole('link', { name: 'Article' }).click();
  await page.locator('textarea').waitFor();
});

scenario('typing finds texts as one types, in several scripts', async (page) => {
  await page.goto(server.url);
  await page.getByRole('searchbox').fill('ferr');
  await page.locator('.card-text', { hasText: 'ferry' }).first().waitFor();
  assert.equal(await page.locator('.card-text mark').first().innerText(), 'ferr');
  for (const word of ['Паром', '걸린']) {
    await page.getByRole('searchbox').fill(word);
    await page.locator('.card-text', { hasText: word }).first().waitFor();
  }
});

scenario('facets combine, show counts, and can be taken away', async (page) => {
  await page.goto(server.url);
  const box = (name) => page.getByLabel(name, { exact: false }).first();
  await box('Watermark').check();
  await eventually(async () => assert.match(page.url(), /kind=watermark/));
  await eventually(async () => assert.match(await page.locator('.total').innerText(), /^[2-9] clips$/));
  const before = Number.parseInt(await page.locator('.total').innerText(), 10);
  await box('@BRICSinfo').check();
  await eventually(async () => assert.equal(await page.locator('.total').innerText(), '1 clip'));
  assert.ok(before > 1);
  await page.getByRole('button', { name: 'Clear' }).click();
  await named(page, 'cuts.mp4').waitFor();
  assert.equal(new URL(page.url()).search, '');
});

scenario('a query that cannot be understood says so and keeps the last answer', async (page, opened) => {
  opened.allowed = /status of 400/;  // Chromium notes every such answer.
  await page.goto(server.url);
  await named(page, 'mark.mp4').waitFor();
  await page.getByRole('searchbox').fill('kind:nonsense ');
  await page.getByRole('alert').waitFor();
  assert.match(await page.getByRole('alert').innerText(), /kind/);
});

scenario('nothing found says what to do', async (page) => {
  await page.goto(`${server.url}/?q=zzqqxx`);
  await page.getByText('Nothing like that is written').waitFor();
});

scenario('a hit opens the clip at its moment, within one frame', async (page) => {
  await page.goto(server.url);
  await page.getByRole('searchbox').fill('noon');
  const hit = page.locator('.card', { has: page.locator('.card-text'), hasText: 'captions_latin.mp4' }).first();
  await hit.waitFor();
  const found = await page.evaluate(() => fetch('/api/v1/hits?q=noon*').then((answer) => answer.json()));
  const begin = found.hits.find((one) => one.name === 'captions_latin.mp4').begin;
  await hit.locator('a').click();
  await page.locator('video').waitFor();
  await eventually(async () => assert.ok(Math.abs((await timeOf(page)) - begin) < 0.04, `${await timeOf(page)} is not ${begin}`));
  await page.locator('.transcript li.now', { hasText: 'noon' }).waitFor();
});

scenario('at a variable rate a hit opens at the very picture in which its text begins', async (page) => {
  await page.goto(server.url);
  await page.getByRole('searchbox').fill('gate opens');
  const hit = page.locator('.card', { has: page.locator('.card-text'), hasText: 'variable_rate.mp4' }).first();
  await hit.waitFor();
  const { hits } = await page.evaluate(() => fetch('/api/v1/hits?q=gate').then((answer) => answer.json()));
  const { id, begin } = hits.find((one) => one.name === 'variable_rate.mp4');
  const times = await (await fetch(`${server.url}/api/v1/videos/${id}/times?all=1`)).json();
  const begins = times.pictures.map((one) => (one * times.time_base[0]) / times.time_base[1]);
  assert.ok(new Set(begins.map((one, i) => Math.round((begins[i + 1] - one) * 1000))).size > 2, 'the rate varies');
  const picture = begins.findIndex((one) => Math.abs(one - begin) < 0.0006);
  assert.ok(picture > 0);
  await hit.locator('a').click();
  await page.locator('video').waitFor();
  await eventually(async () => {
    const at = (await timeOf(page)) - times.start;
    assert.ok(at >= begins[picture] && at < begins[picture + 1], `${at} is not in ${begins[picture]} to ${begins[picture + 1]}`);
  });
  await page.locator('.transcript li.now', { hasText: 'Gate' }).waitFor();
});

scenario('the clip plays, boxes follow, and the transcript with them', async (page) => {
  await page.goto(server.url);
  await named(page, 'jumping.mp4').click();
  await page.locator('video').waitFor();
  const boxes = () => page.$$eval('.boxes rect', (all) => all.map((one) => `${one.getAttribute('x')},${one.getAttribute('y')}`));
  const seen = new Set();
  await page.getByRole('button', { name: 'Play' }).click();
  await eventually(async () => assert.ok((await timeOf(page)) > 0.5));
  await eventually(async () => {
    for (const one of await boxes()) seen.add(one);
    assert.ok(seen.size > 1, 'the mark jumps, its box does not');
  }, 15);
  await page.getByRole('button', { name: 'Pause' }).click();
  const before = await timeOf(page);
  await page.waitForTimeout(200);
  assert.equal(await timeOf(page), before);
  await page.getByRole('button', { name: 'Boxes' }).click();
  assert.deepEqual(await boxes(), []);
});

scenario('a click on the timeline, a shot or a text seeks there', async (page) => {
  await page.goto(server.url);
  await named(page, 'cuts.mp4').click();
  await page.locator('.shot').nth(3).click();
  const shot = await page.evaluate(() => fetch(`/api/v1/videos/${location.pathname.split('/')[2]}`).then((answer) => answer.json()));
  await eventually(async () => assert.ok(Math.abs((await timeOf(page)) - shot.shots[3].begin) < 0.04));
  assert.match(page.url(), /#t=/);
  assert.ok(await page.locator('.shot').nth(3).locator('img').evaluate((img) => img.complete));
  const ruler = await page.locator('.ruler').boundingBox();
  await page.mouse.click(ruler.x + ruler.width / 2, ruler.y + 10);
  await eventually(async () => assert.ok(Math.abs((await timeOf(page)) - shot.media.duration / 2) < 0.1));
});

scenario('keys: frames, shots, play, boxes, search, help', async (page) => {
  await page.goto(server.url);
  await named(page, 'cuts.mp4').click();
  await eventually(async () => assert.ok(await page.$eval('video', (video) => video.readyState > 1)));
  const whole = await page.evaluate(() => fetch(`/api/v1/videos/${location.pathname.split('/')[2]}`).then((answer) => answer.json()));
  await page.keyboard.press(']');
  await eventually(async () => assert.ok(Math.abs((await timeOf(page)) - whole.shots[1].begin) < 0.02));
  const before = await timeOf(page);
  await page.keyboard.press('ArrowRight');
  await eventually(async () => assert.ok(Math.abs((await timeOf(page)) - before - 1 / whole.media.frame_rate) < 0.01));
  await page.keyboard.press('ArrowLeft');
  await eventually(async () => assert.ok(Math.abs((await timeOf(page)) - before) < 0.01));
  await page.keyboard.press('[');
  await eventually(async () => assert.ok((await timeOf(page)) < 0.02));
  await page.keyboard.press(' ');
  await eventually(async () => assert.equal(await page.$eval('video', (video) => video.paused), false));
  await page.keyboard.press('k');
  await eventually(async () => assert.equal(await page.$eval('video', (video) => video.paused), true));
  await page.keyboard.press('l');
  await page.keyboard.press('l');
  await eventually(async () => assert.equal(await page.$eval('video', (video) => video.playbackRate), 2));
  const later = await timeOf(page);
  await page.keyboard.press('j');
  await eventually(async () => assert.ok((await timeOf(page)) < later));
  await page.keyboard.press('?');
  await page.getByRole('heading', { name: 'Keys and queries' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'q'));
});

scenario('an address holds the whole state; back and forward go through it', async (page) => {
  await page.goto(`${server.url}/?q=ferry`);
  assert.equal(await page.getByRole('searchbox').inputValue(), 'ferry');
  await page.locator('.card a').first().click();
  await page.locator('video').waitFor();
  const clip = page.url();
  assert.match(clip, /\/clip\/\d+\?q=ferry#t=\d/);
  await page.goBack();
  await page.locator('.card-text').first().waitFor();
  assert.equal(await page.getByRole('searchbox').inputValue(), 'ferry');
  await page.goForward();
  await page.locator('video').waitFor();
  assert.equal(page.url(), clip);
  await page.goto(`${clip.split('#')[0]}#t=1.48`);
  await eventually(async () => assert.ok(Math.abs((await timeOf(page)) - 1.48) < 0.04));
  await page.getByText('← Results').click();
  assert.match(page.url(), /\/\?q=ferry$/);
});

scenario('a moment beyond the end stays within the clip', async (page) => {
  await page.goto(server.url);
  await named(page, 'mark.mp4').click();
  await page.goto(`${page.url()}#t=9999`);
  await eventually(async () => assert.ok(await page.$eval('video', (video) => video.currentTime > 1 && video.currentTime <= video.duration)));
});

scenario('a format that browsers do not play becomes one that they do', async (page, opened) => {
  opened.allowed = /media resource|MEDIA_ERR|demuxer/i;
  await page.goto(server.url);
  await named(page, 'animation.gif').click();
  await page.getByRole('button', { name: 'Make a copy that plays' }).click();
  await eventually(async () => assert.ok(await page.$eval('video', (video) => video.readyState > 1 && video.videoWidth > 0)), 30);
  await page.getByRole('button', { name: 'Play' }).click();
  await eventually(async () => assert.ok((await timeOf(page)) > 0.3));
});

scenario('a clip that is not there says so', async (page, opened) => {
  opened.allowed = /status of 404/;
  await page.goto(`${server.url}/clip/999999`);
  await page.getByRole('alert').waitFor();
  assert.match(await page.getByRole('alert').innerText(), /no video has the number 999999/);
});

scenario('an article gets a verdict for each of its claims, with the clip that shows it', async (page) => {
  await page.goto(`${server.url}/article`);
  await page.locator('input[type=file]').setInputFiles(join(samples, '../articles/summit.txt'));
  await eventually(async () => assert.match(await page.getByLabel('Text of the article').inputValue(), /posted on X by @BRICSinfo/));
  await page.getByRole('button', { name: 'Check the claims' }).click();
  const claim = (/** @type {string} */ quote) => page.locator('.claim').filter({ has: page.locator('blockquote', { hasText: quote }) });
  const seen = claim('posted on X by @BRICSinfo');
  await seen.waitFor();
  assert.equal(await seen.locator('.verdict').innerText(), 'Partly supported');
  assert.equal(await claim('Nordhaven 24 did not air').locator('.verdict').innerText(), 'Inconclusive');
  const evidence = seen.locator('.evidence').filter({ hasText: 'watermark.handle' }).first();
  assert.equal(await evidence.locator('.stance').innerText(), 'For');
  await evidence.locator('svg.evidence-picture image').waitFor();
  await evidence.getByRole('link', { name: /mark\.mp4/ }).click();
  await page.locator('video').waitFor();
  assert.match(page.url(), /\/clip\/\d+#t=\d/);
});

scenario('an article that says nothing about a source is told so', async (page) => {
  await page.goto(`${server.url}/article`);
  await page.getByLabel('Text of the article').fill('The ferry left at noon.');
  await page.getByRole('button', { name: 'Check the claims' }).click();
  await page.getByText('No claim about a source').waitFor();
});

scenario('copies: an empty state that says what is not known', async (page) => {
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Copies' }).click();
  await page.getByText('No copies are known').waitFor();
});

scenario('arrows go from card to card, Enter opens', async (page) => {
  await page.goto(server.url);
  await named(page, 'mark.mp4').waitFor();
  await cards(page).first().locator('a').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const index = await page.evaluate(() => Number(document.activeElement?.closest('[data-index]')?.getAttribute('data-index')));
  assert.ok(index > 1);
  await page.keyboard.press('Enter');
  await page.locator('video').waitFor();
});

scenario('on a phone nothing is wider than the screen', async (page) => {
  for (const path of ['/', '/article', '/copies']) {
    await page.goto(server.url + path);
    await page.locator('main h1').first().waitFor({ state: 'attached' });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path);
  }
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByText('@BRICSinfo').first().waitFor();
  await cards(page).first().locator('a').click();
  await page.locator('video').waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
}, { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true });

scenario('zoomed to 200 % the page has no sideways scrolling', async (page) => {
  await page.goto(server.url);
  await cards(page).first().locator('a').click();
  await page.locator('video').waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
}, { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
