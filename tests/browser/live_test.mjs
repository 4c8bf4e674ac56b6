// Others write while the page is open: nothing is lost, nothing fails, and the page shows it by itself.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { eventually, folder, launch, openPage, program, run, samples, serve } from './support.mjs';

test('clips appear while they are analysed elsewhere, searches go on, and the analysis shows', async (t) => {
  const home = folder(t);
  const db = join(home, 'live.db');
  run('analyze', '--no-text', '--db', db, join(samples, 'flashes.mp4'));
  const server = await serve(db);
  t.after(server.stop);
  const browser = await launch();
  t.after(() => browser.close());
  const { page, noFaults } = await openPage(browser, server.url);
  await page.goto(server.url);
  await eventually(async () => assert.equal(await page.locator('.total').innerText(), '1 clip'));

  const names = ['cuts.mp4', 'mark.mp4', 'news.mp4', 'fades.mp4'];
  const analysing = spawn(program, ['analyze', '--jobs', '1', '--db', db, ...names.map((name) => join(samples, name))], { stdio: 'ignore' });
  const ended = new Promise((done) => analysing.on('exit', done));
  let searching = true;
  let searches = 0;
  const searcher = (async () => {
    while (searching) {
      const answer = await fetch(`${server.url}/api/v1/hits?q=bri*`);
      assert.equal(answer.status, 200);
      await answer.json();
      ++searches;
      await new Promise((done) => setTimeout(done, 20));
    }
  })();
  await page.getByText('Analysing').waitFor({ timeout: 60_000 });
  assert.equal(await ended, 0);
  searching = false;
  await searcher;
  await eventually(async () => assert.equal(await page.locator('.total').innerText(), '5 clips'));
  await eventually(async () => assert.match(await page.locator('.live').innerText(), /^5 clips/));
  assert.ok(searches > 10);
  assert.match(run('db', 'check', '--db', db), /^(?!.*wrong)/);
  noFaults();
});

test('a server that ends and comes back is noticed', async (t) => {
  const db = join(folder(t), 'copy.db');
  cpSync(process.env.SOURCEREEL_CATALOGUE, db);
  const server = await serve(db);
  const port = new URL(server.url).port;
  const browser = await launch();
  t.after(() => browser.close());
  const { page } = await openPage(browser, server.url);
  await page.goto(server.url);
  await page.getByText('mark.mp4').waitFor();
  assert.equal(await server.stop(), 0);
  await page.getByText('Server not reached').waitFor();
  const again = await serve(db, ['--port', port]);
  t.after(again.stop);
  await eventually(async () => assert.match(await page.locator('.live').innerText(), /clips/), 20);
});

test('a catalogue without clips says how to fill it', async (t) => {
  const home = folder(t);
  const db = join(home, 'empty.db');
  run('analyze', '--no-text', '--db', db, join(samples, 'flashes.mp4'));
  execFileSync('/usr/bin/python3', ['-c', 'import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute("PRAGMA foreign_keys = ON"); c.execute("DELETE FROM video"); c.commit()', db]);
  const server = await serve(db);
  t.after(server.stop);
  const browser = await launch();
  t.after(() => browser.close());
  const { page, noFaults } = await openPage(browser, server.url);
  await page.goto(server.url);
  await page.getByText('The catalogue is empty').waitFor();
  noFaults();
});
