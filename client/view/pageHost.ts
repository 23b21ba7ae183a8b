import type { PageMessage } from './messages.ts';

/** What the page needs of the window that shows it. */
export interface PageHost {
  send(message: PageMessage): void;
  /** What the page kept for itself, in whatever shape an earlier version left it. */
  kept(): unknown;
  keep(state: unknown): void;
}

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare const acquireVsCodeApi: (() => VsCodeApi) | undefined;

/** VS Code's own host, or the plain browser page that the view is opened in. */
export function pageHost(): PageHost {
  if (typeof acquireVsCodeApi === 'function') {
    const api = acquireVsCodeApi();
    return {
      send: (message) => api.postMessage(message),
      kept: () => api.getState(),
      keep: (state) => api.setState(state),
    };
  }
  let kept: unknown;
  return {
    send: (message) => window.parent.postMessage({ fromPage: message }, window.location.origin),
    kept: () => kept,
    keep: (state) => {
      kept = state;
    },
  };
}
