import { MarkupKind, type MarkupContent } from 'vscode-languageserver-types';
import { asShown } from '../text/asShown.ts';

/** Words in a line of markup. Plain strings are shown letter by letter, whatever they hold. */
export type Words = string | { readonly code: string } | { readonly strong: string };

/** One paragraph, a list of them, or a heading. */
export type Block = { readonly paragraph: readonly Words[] } | { readonly list: readonly (readonly Words[])[] } | { readonly heading: string; readonly level: 1 | 2 };

/** What the client shows: Markdown, or plain text without any marks; no TIN in full. */
export function render(blocks: readonly Block[], markdown: boolean): MarkupContent {
  const texts = blocks.map((block) => {
    if ('heading' in block) return `${markdown ? `${'#'.repeat(block.level)} ` : ''}${inline([block.heading], markdown)}`;
    return 'paragraph' in block ? inline(block.paragraph, markdown) : asList(block.list, markdown);
  });
  return { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: asShown(texts.filter((text) => text !== '').join('\n\n')) };
}

export function paragraph(...words: readonly Words[]): Block {
  return { paragraph: words };
}

export function heading(level: 1 | 2, text: string): Block {
  return { heading: text, level };
}

export function code(text: string): Words {
  return { code: text };
}

export function strong(text: string): Words {
  return { strong: text };
}

/** Sentences of ours, in which what stands between backticks is code. */
export function sentences(text: string): readonly Words[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? { code: part } : part));
}

/** Words of others, in as many paragraphs as they have lines. */
export function paragraphs(text: string): readonly Block[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => paragraph(line));
}

function asList(items: readonly (readonly Words[])[], markdown: boolean): string {
  return items.map((item) => `- ${inline(item, markdown)}`).join('\n');
}

function inline(words: readonly Words[], markdown: boolean): string {
  const text = words.map((word) => (markdown ? marked(word) : plain(word))).join('');
  return markdown ? escapeLineStart(text) : text;
}

function plain(word: Words): string {
  const text = typeof word === 'string' ? word : 'code' in word ? word.code : word.strong;
  return text.replace(/\s+/g, ' ');
}

function marked(word: Words): string {
  const text = plain(word);
  if (typeof word === 'string') return escapeMarkdown(text);
  if (text.trim() === '') return '';
  if ('strong' in word) return `**${escapeMarkdown(text.trim())}**`;
  const longestFence = Math.max(0, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longestFence + 1);
  return longestFence > 0 ? `${fence} ${text} ${fence}` : fence + text + fence;
}

/** Nothing of the text means anything to Markdown: no emphasis, links, images, HTML, tables or addresses that become links. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*[\]<>~|&@]/g, '\\$&')
    // Within a word an underscore means nothing.
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, 'www\\.');
}

/** No heading, list, rule or block of code either. */
function escapeLineStart(line: string): string {
  return line.trimStart().replace(/^(?:[#+=-]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}
