import { html, type Html } from './html.ts';

/** A table that can be scrolled by itself, by keyboard too, where the window is narrower. */
export function scrolling(name: string, table: Html): Html {
  return html`
<div class="wide" role="group" aria-label="${name}" tabindex="0">${table}
</div>`;
}
