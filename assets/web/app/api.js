// Asks the server. Every failure is an ApiError whose message can be shown.

export class ApiError extends Error {
  /** @param {number} status  0: no answer came. @param {string} message */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const token = document.querySelector('meta[name="change-token"]')?.getAttribute('content') ?? '';

/**
 * @param {string} address
 * @param {RequestInit} [init]
 * @returns {Promise<any>}
 */
async function ask(address, init) {
  let response;
  try {
    response = await fetch(address, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, 'The server does not answer. Is sourcereel serve still running?');
  }
  const body = await response.json().catch((error) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    return null;
  });
  if (response.ok && body) return body;
  throw new ApiError(response.status, body?.error?.message ?? `The server answered ${response.status}.`);
}

/** @param {string} address @param {AbortSignal} [signal] */
export const get = (address, signal) => ask(`/api/v1/${address}`, { signal });

/** @param {string} address @param {string|Blob} body */
export const post = (address, body) => change('POST', address, body);

/** @param {'POST'|'PUT'|'DELETE'} method @param {string} address @param {string|Blob} [body] */
export const change = (method, address, body) =>
  ask(`/api/v1/${address}`, { method, body, headers: { 'X-Sourcereel-Token': token, 'Content-Type': body instanceof Blob ? body.type : 'text/plain; charset=utf-8' } });
