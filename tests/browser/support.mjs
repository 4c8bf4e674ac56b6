// A real server and a real browser for the tests of the page. Everything is written to a folder that goes at the end.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import test from 'node:test';

export const program = process.env.SOURCEREEL_PROGRAM;
export const samples = process.env.SOURCEREEL_SAMPLES;
/** A catalogue of the sample clips, made once for all tests: see analyse.mjs. */
export const catalogue = process.env.SOURCEREEL_CATALOGUE;
export const require = createRequire(resolve(process.env.SOURCEREEL_PAGE ?? 'build/page', 'package.json'));

const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((one) => existsSync(one));

/** A folder of this test alone. @param {import('node:test').TestContext|null} t */
export function folder(t) {
  const made = mkdtempSync(join(tmpdir(), 'sourcereel-browser-'));
  t?.after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A copy of the sample clips' catalogue, for tests that write. */
export function ownCatalogue() {
  const db = join(folder(null), 'own.db');
  cpSync(catalogue, db);
  cpSync(`${catalogue}.stills`, `${db}.stills`, { recursive: true });
  return db;
}

/** Starts `serve`; resolves once it listens. @param {string} db @param {string[]} options @param {Object} env */
export async function serve(db, options = [], env = {}) {
  const child = spawn(program, ['serve', '--db', db, '--format', 'json', ...(options.includes('--port') ? [] : ['--port', '0']), ...options],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  const url = await new Promise((done, failed) => {
    child.stdout.on('data', (data) => {
      text += data;
      const found = /"url": "([^"]+)"/.exec(text);
      if (found) done(found[1]);
    });
    child.on('exit', (code) => failed(new Error(`serve ended with ${code}: ${text}`)));
  });
  return {
    url: url.replace(/\/(\?.*)?$/, ''),
    whole: url,
    process: child,
    stop: () => new Promise((done) => {
      if (child.exitCode !== null) return done(child.exitCode);
      child.on('exit', done);
      child.kill('SIGTERM');
    }),
  };
}

export const run = (...args) => execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

export async function launch() {
  assert.ok(chromium, 'no chromium: tools/dev/packages.sh installs it');
  const { chromium: engine } = require('playwright-core');
  return engine.launch({ executablePath: chromium, args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'] });
}

/**
 * A page that notes whatever must not happen: errors, console messages of them, requests elsewhere.
 * @param {any} browser @param {string} base @param {Object} options  As of playwright's newContext.
 */
export async function openPage(browser, base, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()} ${message.location().url}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${base}/`)) faults.push(`request elsewhere: ${request.url()}`);
  });
  return { page, context, faults, noFaults: (but = /^$/) => assert.deepEqual(faults.filter((one) => !but.test(one)), []) };
}

/**
 * What defines tests that each run on a fresh page and end without a fault.
 * @param {() => {browser: any, base: string}} place  Known once a test runs. @param {Object} usual  Options of every page.
 */
export const scenarios = (place, usual = {}) => (name, act, options) =>
  test(name, async (t) => {
    const { browser, base } = place();
    const opened = await openPage(browser, base, { ...usual, ...options });
    t.after(() => opened.context.close());
    await act(opened.page, opened);
    opened.noFaults(opened.allowed);
  });

/** Tries until it holds; the last failure is the test's. @param {() => Promise<void>|void} check */
export async function eventually(check, seconds = 10) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

/** The player's clock, in seconds. */
export const timeOf = (page) => page.$eval('video', (video) => video.currentTime);
