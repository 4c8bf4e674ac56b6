// A picture finds its shot, however it was scaled and encoded; clips that look the same stand side by side, and a pair that is
// none stays marked.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { eventually, folder, launch, ownCatalogue, require, run, samples, scenarios, serve } from './support.mjs';

const rules = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const home = folder(null);
const ffmpeg = (...args) => execFileSync('ffmpeg', ['-v', 'error', '-y', ...args], { cwd: home });
let browser;
let server;
let db;
let videos;
test.before(async () => {
  db = ownCatalogue();
  // A copy as they go round: smaller, encoded anew, a little brighter.
  ffmpeg('-i', join(samples, 'cuts.mp4'), '-vf', 'scale=320:-2,eq=brightness=0.04', '-c:v', 'libx264', '-crf', '33', 'repost.mp4');
  run('analyze', '--no-text', '--db', db, join(home, 'repost.mp4'));
  browser = await launch();
  server = await serve(db, [], { XDG_CACHE_HOME: home });
  videos = (await (await fetch(`${server.url}/api/v1/videos?limit=100`)).json()).videos;
});
test.after(async () => {
  await browser?.close();
  await server?.stop();
});
const idOf = (name) => videos.find((one) => one.name === name).id;
const whole = async (name) => (await fetch(`${server.url}/api/v1/videos/${idOf(name)}`)).json();

const scenario = scenarios(() => ({ browser, base: server.url }));
/** Nothing serious is wrong, by axe-core. */
async function accessible(page) {
  await page.evaluate(rules);
  const found = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(found.violations.filter((one) => ['serious', 'critical'].includes(one.impact))
    .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).slice(0, 3).join('; ')}: ${one.nodes[0].failureSummary}`), []);
}
/** A picture of the middle of a shot, taken from the file by ffmpeg. */
async function pictureOf(name, shot, file, ...filters) {
  const { begin, end } = (await whole(name)).shots[shot];
  ffmpeg('-ss', String((begin + end) / 2), '-i', join(samples, name), '-frames:v', '1', ...filters, file);
  return join(home, file);
}
const found = (page) => page.locator('.found-shots').first().locator('li').first();

for (const [what, file, ...filters] of [
  ['as it is', 'plain.png'],
  ['small and badly encoded', 'small.jpg', '-vf', 'scale=200:-2', '-q:v', '20'],
  ['between black bars', 'bars.webp', '-vf', 'pad=iw:ih*1.4:0:ih*0.2:black'],
  ['with a strap over it', 'strap.png', '-vf', 'drawbox=x=0:y=ih*0.8:w=iw:h=ih*0.1:color=white:t=fill'],
]) {
  scenario(`a chosen picture finds its shot: ${what}`, async (page) => {
    await page.goto(server.url);
    await page.getByLabel('Find a shot by a picture of it').setInputFiles(await pictureOf('vertical.mp4', 2, file, ...filters));
    await page.waitForURL(/\/picture\?picture=[0-9a-f]{64}$/);
    await page.getByRole('heading', { name: /^Shows the same/ }).waitFor();
    assert.match(await found(page).innerText(), /vertical\.mp4\s+Shot 3,/);
    assert.equal(await page.locator('.asked canvas').count(), 1);
  });
}

scenario('a picture that is dropped finds its shot, the address alone does too, and the hit opens there', async (page) => {
  const bytes = readFileSync(await pictureOf('news.mp4', 1, 'dropped.png')).toString('base64');
  await page.goto(server.url);
  await page.locator('.card').first().waitFor();
  await page.evaluate((base64) => {
    const file = new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], 'dropped.png', { type: 'image/png' });
    const data = new DataTransfer();
    data.items.add(file);
    for (const type of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, bytes);
  await page.getByRole('heading', { name: /^Shows the same/ }).waitFor();
  assert.match(await found(page).innerText(), /news\.mp4\s+Shot 2,/);
  await page.reload();
  await page.getByRole('heading', { name: /^Shows the same/ }).waitFor();
  await found(page).locator('a').click();
  await page.locator('video').waitFor();
  const { begin } = (await whole('news.mp4')).shots[1];
  await eventually(async () => assert.ok(Math.abs((await page.$eval('video', (video) => video.currentTime)) - begin) < 0.04));
  await page.goBack();
  await page.getByRole('heading', { name: /^Shows the same/ }).waitFor();
});

scenario('the picture that a clip shows finds its copy', async (page) => {
  const { begin, end } = (await whole('cuts.mp4')).shots[2];
  await page.goto(`${server.url}/clip/${idOf('cuts.mp4')}#t=${((begin + end) / 2).toFixed(3)}`);
  await eventually(async () => assert.ok(await page.$eval('video', (video) => video.readyState > 1 && video.currentTime > 0)));
  await page.getByRole('button', { name: 'Find picture' }).click();
  await page.getByRole('heading', { name: /^Shows the same/ }).waitFor();
  const names = await page.locator('.found-shots').first().locator('.card-name').allInnerTexts();
  assert.deepEqual(names.slice(0, 2).sort(), ['cuts.mp4', 'repost.mp4']);
});

scenario('what is no picture, or shows nothing, says so', async (page, opened) => {
  opened.allowed = /status of 400/;
  await page.goto(server.url);
  await page.getByLabel('Find a shot by a picture of it').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await page.getByText('cannot read that file as a picture').waitFor();
  ffmpeg('-f', 'lavfi', '-i', 'color=gray:s=320x180', '-frames:v', '1', 'grey.png');
  await page.getByLabel('Find a shot by a picture of it').setInputFiles(join(home, 'grey.png'));
  await page.getByText('of one brightness').waitFor();
});

scenario('a picture of something else finds no shot, and says what that means', async (page) => {
  ffmpeg('-f', 'lavfi', '-i', 'mandelbrot=s=640x360:start_scale=0.02', '-frames:v', '1', 'other.png');
  await page.goto(`${server.url}/picture`);
  await page.getByLabel('Find a shot by a picture of it').setInputFiles(join(home, 'other.png'));
  await page.getByText('No shot shows this picture').waitFor();
});

scenario('clips that look the same stand side by side; a pair that is none is marked, remembered and unmarked', async (page) => {
  const clip = `${server.url}/clip/${idOf('cuts.mp4')}`;
  await page.goto(clip);
  const panel = page.locator('.panel.copies');
  await panel.getByText('Those that are no copies can be marked').waitFor();
  await panel.getByRole('button', { name: 'Look for the same pictures' }).click();
  const copy = panel.locator('.alike', { hasText: 'repost.mp4' });
  await copy.waitFor();
  assert.ok((await copy.locator('.pairs li').count()) >= 3);
  for (const image of await copy.locator('.pairs img').all()) await eventually(async () => assert.ok(await image.evaluate((img) => img.naturalWidth > 100)));
  await copy.getByRole('button', { name: 'repost.mp4 is not a copy' }).click();
  await copy.getByText('marked as no copy').waitFor();
  assert.equal(await copy.locator('.pairs').count(), 0);
  // Remembered: without looking, by the other clip too, on the page of copies, and by the command.
  await page.reload();
  await panel.locator('.alike', { hasText: 'repost.mp4' }).getByText('marked as no copy').waitFor();
  await page.goto(`${server.url}/copies`);
  const pair = page.locator('.none-pairs li', { hasText: 'cuts.mp4' });
  await pair.waitFor();
  assert.match(await pair.innerText(), /repost\.mp4/);
  await accessible(page);
  await pair.getByRole('button').click();
  await page.getByText('No pair was marked').waitFor();
  run('not-a-copy', String(idOf('repost.mp4')), String(idOf('cuts.mp4')), '--db', db);
  await pair.waitFor();
  await page.goto(clip);
  await panel.getByRole('button', { name: 'repost.mp4 may be a copy after all' }).click();
  await panel.getByText('Those that are no copies can be marked').waitFor();
});

for (const colorScheme of ['light', 'dark']) {
  scenario(`search by picture and copies can be used by everybody, ${colorScheme}`, async (page) => {
    await page.goto(server.url);
    await page.getByLabel('Find a shot by a picture of it').setInputFiles(await pictureOf('cuts.mp4', 1, `axe-${colorScheme}.png`));
    await page.getByRole('heading', { name: /^Shows the same/ }).waitFor();
    await accessible(page);
    await page.goto(`${server.url}/clip/${idOf('repost.mp4')}`);
    await page.getByRole('button', { name: 'Look for the same pictures' }).click();
    await page.locator('.alike').first().waitFor();
    await accessible(page);
  }, { colorScheme, bypassCSP: true });
}

scenario('on a phone all of it fits', async (page) => {
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  await page.goto(server.url);
  await page.getByLabel('Find a shot by a picture of it').setInputFiles(await pictureOf('cuts.mp4', 1, 'phone.png'));
  await page.getByRole('heading', { name: /^Shows the same/ }).waitFor();
  assert.ok(await fits(), 'by picture');
  await page.goto(`${server.url}/clip/${idOf('repost.mp4')}`);
  await page.getByRole('button', { name: 'Look for the same pictures' }).click();
  await page.locator('.alike').first().waitFor();
  assert.ok(await fits(), 'copies of a clip');
}, { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true });
