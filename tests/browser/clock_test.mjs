// The picture that is asked for is the picture that is shown, whatever the file's clock: each picture carries its number as
// a row of light and dark blocks, which is read back from what the browser shows.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import test from 'node:test';
import { eventually, folder, launch, openPage, run, serve } from './support.mjs';

const BITS = 8;
const WIDTH = 320;
const HEIGHT = 96;
const home = folder(null);
const ffmpeg = (...args) => execFileSync('ffmpeg', ['-v', 'error', '-y', ...args], { cwd: home, maxBuffer: 1 << 30 });
const numbers = `color=black:s=${WIDTH}x${HEIGHT}:r=30:d=6,geq=lum='16+219*mod(floor(N/pow(2,floor(X/${WIDTH / BITS}))),2)':cb=128:cr=128`;
const h264 = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-g', '30', '-bf', '3', '-preset', 'fast'];
// Some stand for one thirtieth of a second, some for seven.
const uneven = ['-vf', "select='not(mod(n,7))+lt(mod(n*n,11),4)'", '-fps_mode', 'vfr'];
const sound = ['-f', 'lavfi', '-i', 'sine=frequency=400:duration=6'];

let browser;
let server;
let videos;
test.before(async () => {
  ffmpeg('-f', 'lavfi', '-i', numbers, ...h264, 'even.mp4');
  ffmpeg('-f', 'lavfi', '-i', numbers, ...uneven, ...h264, 'uneven.mp4');
  ffmpeg('-f', 'lavfi', '-i', numbers, ...uneven, '-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-g', '30', 'uneven.webm');
  // The sound begins, the picture comes later: clips cut out by copying are like that.
  for (const [name, codec] of [['mp4', 'aac'], ['webm', 'libopus']]) {
    ffmpeg(...sound, '-itsoffset', '0.7', '-i', `uneven.${name}`, '-map', '1:v', '-map', '0:a', '-c:v', 'copy', '-c:a', codec, `late.${name}`);
  }
  const names = ['even.mp4', 'uneven.mp4', 'uneven.webm', 'late.mp4', 'late.webm'];
  const db = join(home, 'clocks.db');
  run('analyze', '--no-text', '--db', db, ...names.map((name) => join(home, name)));
  browser = await launch();
  server = await serve(db);
  videos = (await (await fetch(`${server.url}/api/v1/videos?limit=100`)).json()).videos;
});
test.after(async () => {
  await browser?.close();
  await server?.stop();
});

/** By another program: when each picture is shown, and its number. @returns {{time: number, number: number}[]} */
function truthOf(name) {
  const stamps = execFileSync('ffprobe', ['-v', 'error', '-select_streams', 'v', '-show_entries', 'frame=best_effort_timestamp_time', '-of', 'csv=p=0', name],
    { cwd: home, encoding: 'utf8' }).split('\n').map(Number.parseFloat).filter((one) => !Number.isNaN(one));
  const pixels = ffmpeg('-i', name, '-map', '0:v', '-fps_mode', 'passthrough', '-f', 'rawvideo', '-pix_fmt', 'gray', '-');
  return stamps.map((stamp, i) => {
    let number = 0;
    for (let bit = 0; bit < BITS; ++bit) {
      if (pixels[i * WIDTH * HEIGHT + (HEIGHT / 2) * WIDTH + (bit + 0.5) * (WIDTH / BITS)] > 125) number |= 1 << bit;
    }
    return { time: stamp - stamps[0], number };
  });
}

/** The number that the picture on the page carries. */
const shown = (page) => page.evaluate(([bits, width, height]) => {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const drawing = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  drawing.drawImage(/** @type {HTMLVideoElement} */ (document.querySelector('video')), 0, 0, width, height);
  const row = drawing.getImageData(0, height / 2, width, 1).data;
  let number = 0;
  for (let bit = 0; bit < bits; ++bit) if (row[Math.floor((bit + 0.5) * (width / bits)) * 4] > 125) number |= 1 << bit;
  return number;
}, [BITS, WIDTH, HEIGHT]);

for (const name of ['even.mp4', 'uneven.mp4', 'uneven.webm', 'late.mp4', 'late.webm']) {
  test(`${name}: a moment shows its own picture, and the arrows go from picture to picture`, async (t) => {
    const truth = truthOf(name);
    const { page, context, noFaults } = await openPage(browser, server.url);
    t.after(() => context.close());
    const id = videos.find((one) => one.name === name).id;
    const middle = Math.floor(truth.length / 2);
    // Opened there, as from a hit, then others by the address alone.
    const first = truth[7];
    const told = page.waitForResponse((answer) => answer.url().endsWith(name === 'even.mp4' ? '/times' : '/times?all=1'));
    await page.goto(`${server.url}/clip/${id}#t=${+first.time.toFixed(3)}`);
    await eventually(async () => assert.equal(await shown(page), first.number));
    await (await told).finished();
    for (const i of [0, 1, 2, 11, middle, middle + 1, truth.length - 2]) {
      await page.evaluate((time) => { location.hash = `#t=${+time.toFixed(3)}`; }, truth[i].time);
      await eventually(async () => assert.equal(await shown(page), truth[i].number, `picture ${i}`));
    }
    await page.evaluate((time) => { location.hash = `#t=${+time.toFixed(3)}`; }, truth[20].time);
    await eventually(async () => assert.equal(await shown(page), truth[20].number));
    for (const [key, steps] of [['ArrowRight', [21, 22, 23, 24, 25]], ['ArrowLeft', [24, 23, 22, 21, 20, 19, 18]]]) {
      for (const i of steps) {
        await page.keyboard.press(key);
        await eventually(async () => assert.equal(await shown(page), truth[i].number, `${key} to picture ${i}`));
      }
    }
    noFaults();
  });
}
