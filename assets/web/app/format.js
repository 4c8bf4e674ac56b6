// Values in words and digits.

/** "1:02:03.4", "2:03"; `digits` after the second. @param {number} seconds @param {number} [digits] */
export function clock(seconds, digits = 0) {
  const scale = 10 ** digits;
  const all = Math.floor(Math.max(0, seconds) * scale + 1e-6);
  const whole = Math.floor(all / scale);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  const part = digits ? `.${String(all % scale).padStart(digits, '0')}` : '';
  return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}${part}`;
}

/** @param {number} count @param {string} one @param {string} [many] */
export const counted = (count, one, many = `${one}s`) => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** @type {Object<string, string>} */
const KINDS = {
  watermark: 'Watermark', bug: 'Channel logo', caption: 'Caption', lower_third: 'Name strap', ticker: 'Ticker',
  credit: 'Credit', title: 'Title card', scene: 'In the scene',
};
/** @param {string} kind */
export const kindName = (kind) => KINDS[kind] ?? kind.replaceAll('_', ' ');

/** @type {Object<string, string>} */
const LANGUAGES = {
  eng: 'English', rus: 'Russian', kor: 'Korean', chi_sim: 'Chinese', ara: 'Arabic', ukr: 'Ukrainian', bel: 'Belarusian',
  srp: 'Serbian', mkd: 'Macedonian', kaz: 'Kazakh', deu: 'German', spa: 'Spanish', por: 'Portuguese', tur: 'Turkish',
  pol: 'Polish', ces: 'Czech', hun: 'Hungarian', ron: 'Romanian', isl: 'Icelandic', und: 'Language not told',
};
/** @param {string} code */
export const languageName = (code) => LANGUAGES[code] ?? code;

/** @type {Object<string, string>} */
const VERDICTS = {
  supported: 'Supported', partly_supported: 'Partly supported', contradicted: 'Contradicted', conflicting: 'Conflicting',
  not_found: 'Not found', inconclusive: 'Inconclusive', out_of_scope: 'Out of scope',
};
/** @param {string} verdict */
export const verdictName = (verdict) => VERDICTS[verdict] ?? verdict.replaceAll('_', ' ');

/** @param {string} path */
export const baseName = (path) => path.slice(path.lastIndexOf('/') + 1);

/** Seconds left, roughly. @param {number} seconds */
export const timeLeft = (seconds) => (seconds <= 0 ? '' : seconds < 60 ? 'less than a minute left' : `${Math.round(seconds / 60)} min left`);
