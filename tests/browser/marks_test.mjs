// Tags and notes, searches that are kept, lists as files, verdicts: what a person writes on the page, and finds again.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { eventually, launch, ownCatalogue, require, run, scenarios, serve, timeOf } from './support.mjs';

const rules = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
let browser;
let server;
let db;
test.before(async () => {
  db = ownCatalogue();
  browser = await launch();
  server = await serve(db);
});
test.after(async () => {
  await browser?.close();
  await server?.stop();
});

const scenario = scenarios(() => ({ browser, base: server.url }), { acceptDownloads: true });
const idOf = async (name) => {
  const list = await (await fetch(`${server.url}/api/v1/videos?limit=100`)).json();
  return list.videos.find((one) => one.name === name).id;
};
const openClip = async (page, name) => {
  await page.goto(`${server.url}/clip/${await idOf(name)}`);
  await page.locator('.shot').first().waitFor();
  await eventually(async () => assert.ok(await page.$eval('video', (video) => video.readyState > 0)));
};
const tagField = (page) => page.getByLabel('Add a tag');
const chip = (page, tag) => page.locator('.chip.tag', { hasText: tag });
/** Nothing serious is wrong, by axe-core. */
async function accessible(page) {
  await page.evaluate(rules);
  const found = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(found.violations.filter((one) => ['serious', 'critical'].includes(one.impact))
    .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).slice(0, 3).join('; ')}: ${one.nodes[0].failureSummary}`), []);
}

scenario('a tag is put on a clip, found as a facet, and taken off', async (page) => {
  await openClip(page, 'mark.mp4');
  await tagField(page).fill('to be checked');
  await tagField(page).press('Enter');
  await chip(page, 'to be checked').waitFor();
  assert.equal(await tagField(page).inputValue(), '');
  assert.match(run('tag', String(await idOf('mark.mp4')), '--db', db), /^to be checked$/m);
  await page.goto(server.url);
  await page.getByLabel('to be checked').check();
  await eventually(async () => assert.equal(await page.locator('.total').innerText(), '1 clip'));
  await page.locator('.card-tag', { hasText: 'to be checked' }).waitFor();
  await page.locator('.card a').first().click();
  await page.getByRole('button', { name: 'Take off the tag to be checked' }).click();
  await eventually(async () => assert.equal(await chip(page, 'to be checked').count(), 0));
  assert.doesNotMatch(run('tag', '--db', db), /to be checked/);
});

scenario('a tag on a shot stands on the timeline and leads there', async (page) => {
  await openClip(page, 'cuts.mp4');
  await page.locator('.shot').nth(2).click();
  await page.getByLabel('Shot 3', { exact: true }).check();
  await tagField(page).fill('bridge');
  await tagField(page).press('Enter');
  await page.locator('.people .bar-text', { hasText: 'bridge' }).waitFor();
  const whole = await (await fetch(`${server.url}/api/v1/videos/${await idOf('cuts.mp4')}`)).json();
  const marks = await (await fetch(`${server.url}/api/v1/videos/${await idOf('cuts.mp4')}/marks`)).json();
  assert.deepEqual([marks.tags[0].begin, marks.tags[0].end], [whole.shots[2].begin, whole.shots[2].end]);
  await page.locator('.shot').first().click();
  await eventually(async () => assert.ok((await timeOf(page)) < 0.1));
  await page.locator('.people .bar-text').click();
  await eventually(async () => assert.ok(Math.abs((await timeOf(page)) - whole.shots[2].begin) < 0.04));
  await page.getByRole('button', { name: /^Take off the tag bridge/ }).click();
  await eventually(async () => assert.equal(await page.locator('.people').count(), 0));
});

scenario('a note on a range by the keys I, O and N; it is there after a new load, and can be removed', async (page) => {
  await openClip(page, 'captions_latin.mp4');
  await page.goto(`${page.url()}#t=1`);
  await eventually(async () => assert.ok(Math.abs((await timeOf(page)) - 1) < 0.04));
  await page.keyboard.press('i');
  await page.goto(`${page.url().split('#')[0]}#t=3`);
  await eventually(async () => assert.ok(Math.abs((await timeOf(page)) - 3) < 0.04));
  await page.keyboard.press('o');
  await page.locator('.chosen-range').waitFor();
  await page.keyboard.press('n');
  await page.keyboard.type('<b>same pier</b> as last year');
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.locator('.notes', { hasText: '<b>same pier</b> as last year' }).waitFor();
  await page.reload();
  await page.locator('.notes', { hasText: '<b>same pier</b>' }).waitFor();
  const [note] = (await (await fetch(`${server.url}/api/v1/videos/${await idOf('captions_latin.mp4')}/marks`)).json()).notes;
  assert.ok(Math.abs(note.begin - 1) < 0.05 && Math.abs(note.end - 3) < 0.05, `${note.begin} to ${note.end}`);
  await page.goto(`${server.url}/?q=has:note`);
  await page.locator('.card', { hasText: 'captions_latin.mp4' }).first().waitFor();
  await openClip(page, 'captions_latin.mp4');
  await page.getByRole('button', { name: 'Remove this note' }).click();
  await eventually(async () => assert.equal(await page.locator('.notes li').count(), 0));
});

scenario('what cannot be a tag says why, and is not lost', async (page, opened) => {
  opened.allowed = /status of 400/;
  await openClip(page, 'mark.mp4');
  await tagField(page).fill('+plus');
  await tagField(page).press('Enter');
  await page.locator('.marks .hint').waitFor();
  assert.match(await page.locator('.marks .hint').innerText(), /cannot be a tag/);
  assert.equal(await tagField(page).inputValue(), '+plus');
});

scenario('a tag from the command line appears by itself', async (page) => {
  await openClip(page, 'mark.mp4');
  run('tag', String(await idOf('mark.mp4')), '+outside', '--db', db);
  await chip(page, 'outside').waitFor();
  run('tag', String(await idOf('mark.mp4')), '-outside', '--db', db);
  await eventually(async () => assert.equal(await chip(page, 'outside').count(), 0));
});

scenario('a search is saved, listed, opened and forgotten', async (page) => {
  await page.goto(`${server.url}/?q=ferry&kind=caption&lang=eng`);
  await page.locator('.card-text').first().waitFor();
  const found = await page.locator('.total').innerText();
  await page.getByRole('button', { name: 'Save search' }).click();
  await page.getByLabel('Name of this search').fill('ferries');
  await page.keyboard.press('Enter');
  const link = page.getByRole('link', { name: 'ferries' });
  await link.waitFor();
  assert.match(run('search', '--list-saved', '--db', db), /^ferries\tferry kind:caption lang:eng$/m);
  assert.match(run('search', '--saved', 'ferries', '--db', db, '-q'), /ferry/);
  await page.goto(server.url);
  await link.click();
  await eventually(async () => assert.equal(await page.locator('.total').innerText(), found));
  assert.equal(new URL(page.url()).search, '?q=ferry&kind=caption&lang=eng');
  assert.equal(await link.getAttribute('aria-current'), 'true');
  await page.getByRole('button', { name: 'Forget the search ferries' }).click();
  await eventually(async () => assert.equal(await link.count(), 0));
  assert.equal(run('search', '--list-saved', '--db', db), '');
});

scenario('a list is exported as the command prints it', async (page) => {
  const taken = async (name) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
    return [download.suggestedFilename(), readFileSync(await download.path(), 'utf8')];
  };
  await page.goto(`${server.url}/?q=ferry%20&kind=caption`);
  await page.locator('.card-text').first().waitFor();
  assert.deepEqual(await taken('Export all texts as CSV'), ['sourcereel-texts.csv', run('search', 'ferry kind:caption', '--all', '--as', 'csv', '-q', '--db', db)]);
  assert.deepEqual(await taken('Export all texts as JSON'), ['sourcereel-texts.json', run('search', 'ferry kind:caption', '--all', '--as', 'json', '--db', db)]);
  await page.goto(`${server.url}/?kind=watermark`);
  await page.locator('.card-name').first().waitFor();
  const csv = await taken('Export all clips as CSV');
  assert.deepEqual(csv, ['sourcereel-clips.csv', run('search', 'kind:watermark', '--clips', '--all', '--as', 'csv', '-q', '--db', db)]);
  assert.equal(csv[1].trim().split('\r\n').length - 1, Number.parseInt(await page.locator('.total').innerText(), 10));
});

scenario('verdicts of an article stand with the clip, are a facet, and can be forgotten', async (page) => {
  await page.goto(`${server.url}/article`);
  await page.getByLabel('Text of the article').fill('The video was posted on X by @BRICSinfo.');
  await page.getByRole('button', { name: 'Check the claims' }).click();
  await page.locator('.claim').first().waitFor();
  await page.goto(server.url);
  await page.getByLabel('Partly supported').check();
  await eventually(async () => assert.equal(await page.locator('.total').innerText(), '1 clip'));
  assert.match(page.url(), /verdict=partly_supported/);
  await page.locator('.card', { hasText: 'mark.mp4' }).locator('a').click();
  const panel = page.locator('.verdicts');
  await panel.locator('li', { hasText: 'posted on X by @BRICSinfo' }).waitFor();
  assert.equal(await panel.locator('.verdict').first().innerText(), 'Partly supported');
  await panel.getByRole('button', { name: /^Forget all verdicts/ }).click();
  await eventually(async () => assert.equal(await panel.count(), 0));
});

for (const colorScheme of ['light', 'dark']) {
  scenario(`marks, kept searches and verdicts can be used by everybody, ${colorScheme}`, async (page) => {
    const id = String(await idOf('mark.mp4'));
    run('tag', id, '+seen', '--db', db);
    run('tag', id, '--shot', '1', '+sign', '--db', db);
    run('note', id, 'from the pier', '--db', db);
    run('search', 'ferry', '--save', 'ferries', '-q', '--db', db);
    await page.goto(`${server.url}/clip/${id}#t=2`);
    await page.locator('.people').waitFor();
    await page.getByLabel('Range', { exact: true }).check();
    await page.getByRole('button', { name: 'From' }).click();
    await accessible(page);
    await page.goto(`${server.url}/?q=ferry`);
    await page.getByRole('link', { name: 'ferries' }).waitFor();
    await accessible(page);
    run('tag', id, '-seen', '--db', db);
    run('tag', id, '--shot', '1', '-sign', '--db', db);
  }, { colorScheme, bypassCSP: true });
}

scenario('on a phone marks fit', async (page) => {
  await openClip(page, 'mark.mp4');
  await page.getByLabel('Range', { exact: true }).check();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
}, { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true });
