// Draws the pictures of the README: node tests/browser/screenshots.mjs PROGRAM CATALOGUE FOLDER, with a catalogue of the samples.
// Look at them before they are kept.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

process.env.SOURCEREEL_PROGRAM = process.argv[2];
const { launch, openPage, run, serve } = await import('./support.mjs');
const folder = process.argv[4];
mkdirSync(folder, { recursive: true });
const browser = await launch();
// Marks are put on a copy.
const home = mkdtempSync(join(tmpdir(), 'sourcereel-screenshots-'));
const db = join(home, 'catalogue.db');
cpSync(process.argv[3], db);
cpSync(`${process.argv[3]}.stills`, `${db}.stills`, { recursive: true });
const server = await serve(db);
const list = await (await fetch(`${server.url}/api/v1/videos?limit=100`)).json();
const id = (name) => list.videos.find((one) => one.name === name).id;
const mark = String(id('mark.mp4'));
run('tag', mark, '+checked', '--db', db);
run('tag', mark, '--shot', '1', '+flags', '--db', db);
run('note', mark, 'Sent in by a reader; the original was asked for.', '--db', db);
run('note', mark, '--range', '0:04-0:05.5', 'Same hills as in dissolves.mp4?', '--db', db);
run('tag', String(id('cuts.mp4')), '+to do', '--db', db);
run('search', 'kind:watermark', '--save', 'All marks', '-q', '--db', db);
run('search', 'harbour lang:eng', '--save', 'Harbour, English', '-q', '--db', db);
run('not-a-copy', String(id('dissolves.mp4')), String(id('cuts.mp4')), '--db', db);
const article = 'The ferry left the port at noon. The video, posted on Telegram by @harbour_watch, shows the crowd; the footage was also shared on X by @BRICSinfo.';
// The article comes first: its verdicts stand with the clips then.
for (const [name, path, colorScheme, width, height, act] of [
  ['verdict', '/article', 'light', 1280, 900, async (page) => {
    await page.getByLabel('Text of the article').fill(article);
    await page.getByRole('button', { name: 'Check the claims' }).click();
    await page.locator('.claim, .state').first().waitFor();
  }],
  ['grid', '/', 'light', 1280, 800],
  ['search_dark', '/?q=harbour', 'dark', 1280, 620],
  ['clip', `/clip/${mark}#t=2.5`, 'light', 1280, 1000],
  ['clip_dark', `/clip/${id('news.mp4')}#t=2.5`, 'dark', 1280, 800],
  ['copies', '/copies', 'light', 1280, 480],
  ['picture', '/', 'light', 1280, 760, async (page) => {
    await page.getByLabel('Find a shot by a picture of it').setInputFiles(`${db}.stills/${list.videos.find((one) => one.name === 'cuts.mp4').sha256}/0002.jpg`);
    await page.getByRole('heading', { name: /^Shows the same/ }).waitFor();
  }],
  ['alike', `/clip/${id('dissolves.mp4')}`, 'dark', 1280, 1500, async (page) => {
    await page.getByRole('button', { name: 'Look for the same pictures' }).click();
    await page.locator('.alike').first().waitFor();
  }],
  ['phone', '/', 'light', 390, 780],
  ['phone_clip', `/clip/${id('vertical.mp4')}#t=1`, 'dark', 390, 900],
]) {
  const { page, context } = await openPage(browser, server.url, { viewport: { width, height }, colorScheme });
  await page.goto(server.url + path);
  await page.waitForTimeout(1200);  // The live line never lets the network rest.
  await act?.(page);
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 86 });
  await context.close();
}
await browser.close();
await server.stop();
rmSync(home, { recursive: true, force: true });
