// Keys, where they belong to the page and not to a field.

/** @param {KeyboardEvent} event */
export function isTyping(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return true;  // The browser's own.
  const at = event.target;
  if (document.querySelector('dialog[open]')) return true;
  return at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement;
}

/** A button or link takes space and arrows itself. @param {KeyboardEvent} event */
export const isOnControl = (event) =>
  event.target instanceof Element && event.target.closest('button, a, summary, input, select, textarea') !== null;

/** @type {[string, string][]} */
export const KEYS = [
  ['/', 'Search'],
  ['?', 'This list'],
  ['Space', 'Play or pause'],
  ['← →', 'One frame back or on'],
  ['J K L', 'Back, pause, forward; again for faster'],
  ['[ ]', 'Previous or next shot'],
  ['I O', 'The range for tags and notes begins or ends here'],
  ['N', 'Write a note'],
  ['B', 'Boxes around texts on or off'],
  ['M', 'Sound on or off'],
  ['F', 'Whole screen'],
  ['← → ↑ ↓', 'From clip to clip, in the list'],
];
