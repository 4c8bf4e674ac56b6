// The clip's clock and the player's. A clip's 0 is its first picture; a player counts from the zero of the file, where only
// the sound may begin, so the two can be far apart.

/** @typedef {import('./types.js').Times} Times */

export const WITHIN = 0.001;  // Seconds behind a picture's begin, where rounding cannot show the one before.

/** Seconds at which each picture begins; null where that is not known. @param {Times|null} times */
export function beginsOf(times) {
  if (!times?.pictures || !times.time_base) return null;
  const tick = times.time_base[0] / times.time_base[1];
  return times.pictures.map((one) => one * tick);
}

/**
 * Where a step of `pictures` from `time` leads: to the very picture where their times are known, else by the average rate.
 * @param {number} time @param {number} pictures @param {number[]|null} begins @param {number} average  Seconds of one.
 */
export function stepFrom(time, pictures, begins, average) {
  if (!begins?.length) return Math.max(0, (Math.floor((time + WITHIN) / average) + pictures) * average);
  let low = 0;
  let high = begins.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (begins[middle] <= time + WITHIN) low = middle + 1;
    else high = middle;
  }
  return begins[Math.min(begins.length - 1, Math.max(0, low - 1 + pictures))];
}
