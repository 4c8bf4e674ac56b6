// A list far longer than the window: all of it can be reached, and little of it exists at a time.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import test from 'node:test';
import { eventually, folder, launch, openPage, samples, serve } from './support.mjs';

const CLIPS = 1500;

test('a long list goes by, its end is reached, and going back leads to where one was', async (t) => {
  const home = folder(t);
  const db = join(home, 'large.db');
  execFileSync('ffmpeg', ['-v', 'error', '-i', join(samples, 'mark.mp4'), '-vf', 'scale=320:180', '-frames:v', '1', join(home, 'still.jpg')]);
  execFileSync(process.env.SOURCEREEL_FILL_CLIPS, [db, String(CLIPS), join(home, 'still.jpg'), join(samples, 'mark.mp4')]);
  const server = await serve(db);
  t.after(server.stop);
  const browser = await launch();
  t.after(() => browser.close());
  const { page, noFaults } = await openPage(browser, server.url);
  await page.goto(server.url);
  await eventually(async () => assert.equal(await page.locator('.total').innerText(), '1,500 clips'));
  const cards = page.locator('.card');
  assert.ok((await cards.count()) < 80);

  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const last = page.locator(`[data-index="${CLIPS - 1}"]:not(.waiting)`);
  await last.waitFor();
  assert.equal(await last.getAttribute('aria-posinset'), String(CLIPS));
  assert.ok((await cards.count()) < 80);
  await eventually(async () => assert.ok(await last.locator('img').evaluate((img) => img.naturalWidth > 0)));

  const before = await page.evaluate(() => scrollY);
  await last.locator('a').click();
  await page.locator('video').waitFor();
  await page.goBack();
  await last.waitFor();
  assert.ok(Math.abs((await page.evaluate(() => scrollY)) - before) < 600);

  await page.getByRole('searchbox').fill('harbour');
  await page.locator('.card-text mark').first().waitFor();
  assert.match(await page.locator('.total').innerText(), /^[\d,]+ texts$/);
  assert.ok((await page.evaluate(() => scrollY)) < 200, 'an answer begins at its top');
  noFaults();
});
