// The page's pure parts, without a browser.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';

/** A module of the page whose imports are left out: only what it computes by itself can be asked. */
async function part(name, exports) {
  const text = readFileSync(new URL(`../../assets/web/app/${name}.js`, import.meta.url), 'utf8').replaceAll(/^import .*;$/gm, '');
  const known = 'const useEffect = 0, useState = 0, html = 0, location = { origin: "http://127.0.0.1" };';
  const module = await import(`data:text/javascript,${encodeURIComponent(`${known}${text}`)}`);
  return exports.map((one) => module[one]);
}

test('every module that the list needs is named in the page, so that the browser fetches all at once', () => {
  const folder = new URL('../../assets/web/', import.meta.url);
  const index = readFileSync(new URL('index.html', folder), 'utf8');
  const named = [...index.matchAll(/href="\/assets\/app\/([^"]+)"/g)].map(([, name]) => name).sort();
  /** @type {Set<string>} */
  const needed = new Set();
  const follow = (/** @type {string} */ name) => {
    if (name === 'preact.js') return;
    for (const [, next] of readFileSync(new URL(`app/${name}`, folder), 'utf8').matchAll(/^import .*'\.\/([^']+)';$/gm)) {
      if (!needed.has(next)) {
        needed.add(next);
        follow(next);
      }
    }
  };
  follow('main.js');
  assert.deepEqual(named, [...needed].sort());
  const modules = readdirSync(new URL('app', folder)).filter((name) => name.endsWith('.js'));
  assert.ok(needed.size < modules.length * 0.6, 'the list waits for little more than half of the modules');
});

test('times are written as clocks', async () => {
  const [clock] = await part('format', ['clock']);
  assert.equal(clock(0), '0:00');
  assert.equal(clock(59.999, 2), '0:59.99');
  assert.equal(clock(61.5, 1), '1:01.5');
  assert.equal(clock(3723.04, 2), '1:02:03.04');
  assert.equal(clock(-1), '0:00');
  assert.equal(clock(0.3, 1), '0:00.3');  // 0.3 × 10 is a little less than 3.
});

test('an address gives back what it was made from', async () => {
  const [placeOf, clipAddress] = await part('address', ['placeOf', 'clipAddress']);
  const from = placeOf('/?q=a%26b%20%22c%22&kind=watermark&kind=bug&handle=x%20y');
  assert.deepEqual([from.view, from.words, from.chosen], ['grid', 'a&b "c"', { handle: ['x y'], kind: ['watermark', 'bug'] }]);
  const clip = placeOf(clipAddress(12, from, 12.4833333));
  assert.deepEqual([clip.view, clip.clip, clip.words, clip.time], ['clip', 12, 'a&b "c"', 12.483]);
  assert.equal(placeOf('/clip/12#t=1e5').time, null);
  assert.equal(placeOf('/clip/12#t=-1').time, null);
});

test('the last word stands for what begins so, conditions and phrases for themselves', async () => {
  const [unfinished] = await part('address', ['unfinished']);
  for (const [typed, asked] of [['harb', 'harb*'], ['the harb', 'the harb*'], ['harb ', 'harb '], ['h', 'h'], ['kind:bug', 'kind:bug'],
    ['"on the', '"on the"'], ['"on the"', '"on the"'], ['-ferr', '-ferr*'], ['harb*', 'harb*'], ['항', '항*'], ['па', 'па*'], ['', '']]) {
    assert.equal(unfinished(typed), asked);
  }
});

test('chosen values become conditions, quoted where they must be', async () => {
  const [queryText, placeOf] = await part('address', ['queryText', 'placeOf']);
  assert.equal(queryText(placeOf('/?q=harb&handle=x&folder=my%20%22clips&month=2026-11')), 'harb* handle:x since:2026-11 until:2026-11 folder:"my  clips"');
});

test('a kept search is opened as it was: facets chosen, all else in the field', async () => {
  const [addressOf, keptText, placeOf] = await part('address', ['addressOf', 'keptText', 'placeOf']);
  for (const address of ['/?q=harb&handle=x&month=2026-11&folder=my+clips', '/?q=%22on+the+record%22+-ferry', '/?kind=bug&kind=caption&verdict=supported', '/']) {
    assert.equal(addressOf(keptText(placeOf(address))), address);
  }
  assert.equal(addressOf('-tag:seen since:2024 https://x.org -"a b" KIND:bug'), '/?q=-tag%3Aseen+since%3A2024+https%3A%2F%2Fx.org+-%22a+b%22&kind=bug');
  assert.equal(addressOf('month:2026-11'), '/?q=month%3A2026-11');
});

test('an article that was pasted is called by its first sentence', async () => {
  const [firstWords] = await part('article', ['firstWords']);
  assert.equal(firstWords('  The ferry left. It was noon.'), 'The ferry left.');
  assert.equal(firstWords('Seen on t.me/name by 2.5 million\nMore'), 'Seen on t.me name by 2.5 million');
  assert.equal(firstWords(`${'word '.repeat(30)}`), `${'word '.repeat(13)}word…`);
});

test('texts of a kind that overlap stand below each other', async () => {
  const [lanesOf] = await part('timeline', ['lanesOf']);
  const track = (kind, begin, end) => ({ kind, begin, end });
  const lanes = lanesOf([track('caption', 0, 2), track('caption', 1, 3), track('caption', 2, 4), track('watermark', 0, 9)]);
  assert.deepEqual(lanes.map((lane) => [lane.kind, lane.tracks.length]), [['watermark', 1], ['caption', 2], ['caption', 1]]);
});

test('a mark that jumps is where its path says', async () => {
  const [boxAt] = await part('boxes', ['boxAt']);
  const track = { box: [1, 2, 30, 10], path: [[0, 1, 2], [2, 50, 60]] };
  assert.deepEqual(boxAt(track, 1.99), { x: 1, y: 2, width: 30, height: 10 });
  assert.deepEqual(boxAt(track, 2), { x: 50, y: 60, width: 30, height: 10 });
  assert.deepEqual(boxAt({ box: [1, 2, 3, 4], path: null }, 5), { x: 1, y: 2, width: 3, height: 4 });
});

test('words that were asked for are told from conditions', async () => {
  const [needles] = await part('marked', ['needles']);
  assert.deepEqual(needles('harb* kind:bug -ferry "on the record" noon'), ['harb', 'on', 'the', 'record', 'noon']);
});

test('a step leads to the very picture where their times are known, else by the average rate', async () => {
  const [beginsOf, stepFrom] = await part('clocks', ['beginsOf', 'stepFrom']);
  const begins = beginsOf({ start: 0, time_base: [1, 1000], pictures: [0, 33, 167, 200] });
  assert.deepEqual(begins, [0, 0.033, 0.167, 0.2]);
  assert.equal(stepFrom(0.034, 1, begins, 0.04), 0.167);
  assert.equal(stepFrom(0.166, 1, begins, 0.04), 0.2, 'rounding leads to no picture before');
  assert.equal(stepFrom(0.1, -1, begins, 0.04), 0);
  assert.equal(stepFrom(0, -1, begins, 0.04), 0);
  assert.equal(stepFrom(5, 1, begins, 0.04), 0.2);
  assert.ok(Math.abs(stepFrom(0.0401, 1, null, 0.04) - 0.08) < 1e-9);
  assert.equal(stepFrom(0, -1, null, 0.04), 0);
  assert.equal(beginsOf({ start: 0, time_base: [1, 25], pictures: null }), null);
});
