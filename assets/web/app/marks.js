// What people know of a clip, a shot or a range: tags and notes; and what articles made of it.
import { html, useCallback, useEffect, useRef, useState } from './preact.js';
import { change, get } from './api.js';
import { clock, verdictName } from './format.js';
import { isTyping } from './keys.js';

/** @typedef {import('./types.js').Marks} Marks */
/** @typedef {import('./types.js').Shot} Shot */
/** @typedef {{begin: number|null, end: number|null}} Range */

const span = (/** @type {Range} */ one) => (one.begin === null || one.end === null ? '' : `${clock(one.begin, 1)}–${clock(one.end, 1)}`);

/** The marks of a clip and how to change them. @param {number} clip @param {number} revision */
export function useMarks(clip, revision) {
  const [marks, setMarks] = useState(/** @type {Marks|null} */ (null));
  const [tags, setTags] = useState(/** @type {string[]} */ ([]));
  const [problem, setProblem] = useState('');
  useEffect(() => {
    const running = new AbortController();
    get(`videos/${clip}/marks`, running.signal).then(setMarks, (error) => error.name !== 'AbortError' && setProblem(error.message));
    get('tags', running.signal).then((list) => setTags(list.tags.map((/** @type {{tag: string}} */ one) => one.tag)), () => {});
    return () => running.abort();
  }, [clip, revision]);
  // Gives whether it was done.
  const alter = useCallback((/** @type {'POST'|'PUT'|'DELETE'} */ method, /** @type {string} */ address, /** @type {string} */ body = '') =>
    change(method, `videos/${clip}/${address}`, body).then((list) => {
      setMarks(list);
      setProblem('');
      return true;
    }, (error) => {
      setProblem(error.message);
      return false;
    }), [clip]);
  const forget = (/** @type {string} */ article) =>
    change('DELETE', `verdicts?article=${article}`).then(() => marks && setMarks({ ...marks, verdicts: marks.verdicts.filter((one) => one.article_sha256 !== article) }),
      (error) => setProblem(error.message));
  return { marks, tags, problem, alter, forget };
}

/** Which part is meant: the clip, the shot that is shown, or from "in" to "out". @param {Shot[]} shots @param {number} time */
export function useScope(shots, time) {
  const [scope, setScope] = useState(/** @type {'clip'|'shot'|'range'} */ ('clip'));
  const [ends, setEnds] = useState(/** @type {{begin: number|null, end: number|null}} */ ({ begin: null, end: null }));
  const now = useRef(time);
  now.current = time;
  useEffect(() => {
    const onKey = (/** @type {KeyboardEvent} */ event) => {
      const key = event.key.toLowerCase();
      if (isTyping(event) || (key !== 'i' && key !== 'o')) return;
      event.preventDefault();
      setScope('range');
      const at = +now.current.toFixed(3);
      setEnds((old) => (key === 'i'
        ? { begin: at, end: old.end !== null && old.end > at ? old.end : null }
        : { begin: old.begin !== null && old.begin < at ? old.begin : null, end: at }));
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const shot = shots.find((one) => one.begin <= time && time < one.end) ?? shots[shots.length - 1];
  /** @type {Range|null} Nothing: not said yet. */
  const range = scope === 'clip' ? { begin: null, end: null }
    : scope === 'shot' ? (shot ? { begin: shot.begin, end: shot.end } : null)
      : ends.begin !== null && ends.end !== null ? ends : null;
  const address = scope === 'clip' ? '' : scope === 'shot' ? `?shot=${shot?.index ?? 0}` : range ? `?begin=${range.begin}&end=${range.end}` : '';
  const set = (/** @type {'begin'|'end'} */ which) => setEnds((old) => ({ ...old, [which]: +now.current.toFixed(3) }));
  return { scope, setScope, ends, set, range, address, shot };
}

/** @param {{tools: ReturnType<typeof useScope>}} props */
function Scope({ tools }) {
  const { scope, ends } = tools;
  const choice = (/** @type {'clip'|'shot'|'range'} */ value, /** @type {string} */ words) => html`
    <label class=${scope === value ? 'choice on' : 'choice'}><input type="radio" name="scope" checked=${scope === value} onChange=${() => tools.setScope(value)} />${words}</label>`;
  const end = (/** @type {'begin'|'end'} */ which, /** @type {string} */ words) => html`
    <button type="button" class="button small" onClick=${() => tools.set(which)}>${words}${ends[which] === null ? '' : ` ${clock(ends[which] ?? 0, 1)}`}</button>`;
  return html`
    <fieldset class="scope"><legend class="unseen">Tags and notes go on</legend>
      <div class="choices">${choice('clip', 'Clip')}${choice('shot', tools.shot ? `Shot ${tools.shot.index + 1}` : 'Shot')}${choice('range', 'Range')}</div>
      ${scope === 'range' && html`<div class="ends">${end('begin', 'From')}${end('end', 'To')}
        ${ends.begin !== null && ends.end !== null && ends.end <= ends.begin && html`<span class="hint">It ends before it begins.</span>`}</div>`}
    </fieldset>`;
}

/** @param {{held: ReturnType<typeof useMarks>, tools: ReturnType<typeof useScope>, seek: (time: number) => void}} props */
export function MarksPanel({ held, tools, seek }) {
  const { marks, alter } = held;
  const [tag, setTag] = useState('');
  const [note, setNote] = useState('');
  const noteField = useRef(/** @type {HTMLTextAreaElement|null} */ (null));
  useEffect(() => {
    const onKey = (/** @type {KeyboardEvent} */ event) => {
      if (isTyping(event) || event.key.toLowerCase() !== 'n') return;
      event.preventDefault();
      noteField.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const ready = tools.range !== null && (tools.range.begin === null || (tools.range.end ?? 0) > tools.range.begin);
  const addTag = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (tag.trim() && ready && await alter('POST', `tags${tools.address}`, tag)) setTag('');
  };
  const addNote = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (note.trim() && ready && await alter('POST', `notes${tools.address}`, note)) setNote('');
  };
  const tagAddress = (/** @type {import('./types.js').Tag} */ one) =>
    `tags?tag=${encodeURIComponent(one.tag)}${one.begin === null ? '' : `&begin=${one.begin}&end=${one.end}`}`;
  return html`
    <section class="panel marks" aria-labelledby="marks-title">
      <header><h2 id="marks-title">Marks</h2><${Scope} tools=${tools} /></header>
      ${held.problem && html`<p class="hint" role="alert">${held.problem}</p>`}
      <div class="tags" role="group" aria-label="Tags">
        ${marks?.tags.map((one) => html`
          <span class="chip tag" key=${`${one.tag} ${one.begin}`}><a href=${`/?tag=${encodeURIComponent(one.tag)}`}><bdi>${one.tag}</bdi></a>
            ${one.begin !== null && html`<button type="button" class="at-link" onClick=${() => seek(one.begin ?? 0)}>${span(one)}</button>`}
            <button type="button" class="remove" aria-label=${`Take off the tag ${one.tag}${one.begin === null ? '' : ` at ${span(one)}`}`} onClick=${() => alter('DELETE', tagAddress(one))}>×</button></span>`)}
        <form class="add-tag" onSubmit=${addTag}>
          <input list="known-tags" aria-label="Add a tag" placeholder="Add a tag" maxlength="100" autocomplete="off" value=${tag} onInput=${(/** @type {InputEvent} */ event) => setTag(/** @type {HTMLInputElement} */ (event.target).value)} />
          <datalist id="known-tags">${held.tags.map((one) => html`<option key=${one} value=${one}></option>`)}</datalist>
          <button type="submit" class="unseen" tabindex="-1">Add</button>
        </form>
      </div>
      <ul class="notes">
        ${marks?.notes.map((one) => html`
          <li key=${one.id}>${one.begin !== null && html`<button type="button" class="at-link" onClick=${() => seek(one.begin ?? 0)}>${span(one)}</button>`}
            <p dir="auto"><bdi>${one.text}</bdi></p><time datetime=${one.made_at}>${one.made_at.slice(0, 10)}</time>
            <button type="button" class="remove" aria-label="Remove this note" onClick=${() => alter('DELETE', `notes/${one.id}`)}>×</button></li>`)}
      </ul>
      <form class="add-note" onSubmit=${addNote}>
        <textarea ref=${noteField} rows="2" aria-label="Write a note" placeholder="Write a note" maxlength="10000" value=${note}
          onInput=${(/** @type {InputEvent} */ event) => setNote(/** @type {HTMLTextAreaElement} */ (event.target).value)}
          onKeyDown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && addNote(event)}></textarea>
        ${note.trim() && html`<button type="submit" class="button small" disabled=${!ready}>Add note</button>`}
      </form>
      ${!ready && (note.trim() || tag.trim()) && html`<p class="quiet-words">Say from where to where: keys I and O, or the buttons above.</p>`}
    </section>`;
}

/** What articles said of this clip, and whether it bears them out. @param {{held: ReturnType<typeof useMarks>}} props */
export function VerdictsPanel({ held }) {
  const verdicts = held.marks?.verdicts ?? [];
  if (!verdicts.length) return null;
  const articles = [...new Set(verdicts.map((one) => one.article_sha256))];
  return html`
    <section class="panel verdicts" aria-labelledby="verdicts-title"><header><h2 id="verdicts-title">Verdicts</h2></header>
      ${articles.map((article) => {
        const of = verdicts.filter((one) => one.article_sha256 === article);
        return html`<div class="of-article" key=${article}>
          <h3><bdi>${of[0].article.replace(/\.txt$/, '')}</bdi> <time datetime=${of[0].judged_at}>${of[0].judged_at.slice(0, 10)}</time>
            <button type="button" class="remove" aria-label=${`Forget all verdicts on ${of[0].article}`} title="Forget this article" onClick=${() => held.forget(article)}>×</button></h3>
          <ul>${of.map((one) => html`<li key=${one.claim}><span class=${`verdict ${one.verdict}`}>${verdictName(one.verdict)}</span> <bdi>${one.quote}</bdi></li>`)}</ul></div>`;
      })}
    </section>`;
}
