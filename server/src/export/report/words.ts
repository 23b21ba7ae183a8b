import { asShown } from '../../text/asShown.ts';
import { dateInWords } from '../../text/dateInWords.ts';
import { maskTins } from '../../text/maskTins.ts';
import { html, type Html } from './html.ts';

/** Words of the plan's author: no more than the last four digits of a TIN, and no letter that turns the line around. */
export function written(text: string): Html {
  return html`<bdi>${maskTins(text)}</bdi>`;
}

/** Sentences of ours, in which what stands between backticks is code. */
export function sentence(text: string): Html {
  const parts = asShown(text).split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
  return html`${parts}`;
}

/** "1 March to 30 June 2024"; both in full where the years differ. */
export function periodInWords(start: string, end: string): string {
  const [from, to] = [dateInWords(start), dateInWords(end)];
  return start.slice(0, 4) === end.slice(0, 4) ? `${from.replace(/ \d{4}$/, '')} to ${to}` : `${from} to ${to}`;
}
