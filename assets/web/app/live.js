// What the server says by itself: how full the catalogue is and what is being analysed.
import { useEffect, useState } from './preact.js';

/** @typedef {import('./types.js').Status} Status */

/**
 * Listens while the page can be seen: browsers open six connections to a server, so hidden tabs must hold none.
 * @returns {{status: Status|null, connected: boolean}}
 */
export function useLive() {
  const [status, setStatus] = useState(/** @type {Status|null} */ (null));
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    let source = /** @type {EventSource|null} */ (null);
    let again = 0;
    const leave = () => {
      clearTimeout(again);
      source?.close();
      source = null;
    };
    const listen = () => {
      leave();
      if (document.visibilityState === 'hidden') return;
      source = new EventSource('/api/v1/events');
      source.addEventListener('status', (event) => {
        setStatus(JSON.parse(event.data));
        setConnected(true);
      });
      source.onerror = () => {
        setConnected(false);
        // The browser tries again by itself, but not after a refusal.
        if (source?.readyState === EventSource.CLOSED) again = setTimeout(listen, 5000);
      };
    };
    listen();
    document.addEventListener('visibilitychange', listen);
    addEventListener('pagehide', leave);
    addEventListener('pageshow', listen);
    return () => {
      document.removeEventListener('visibilitychange', listen);
      removeEventListener('pagehide', leave);
      removeEventListener('pageshow', listen);
      leave();
    };
  }, []);
  return { status, connected };
}
