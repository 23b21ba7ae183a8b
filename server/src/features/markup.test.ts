import { describe, expect, it } from 'vitest';
import { code, paragraph, paragraphs, render, sentences, strong } from './markup.ts';

function markdown(text: string): string {
  return render([paragraph(text)], true).value;
}

describe('render', () => {
  it('marks up for clients that show Markdown, and leaves the marks out for others', () => {
    const blocks = [paragraph(strong('IA_BE_4'), ' Engagement'), { list: [['one ', code('two')], ['three']] }];
    expect(render(blocks, true)).toEqual({ kind: 'markdown', value: '**IA_BE_4** Engagement\n\n- one `two`\n- three' });
    expect(render(blocks, false)).toEqual({ kind: 'plaintext', value: 'IA_BE_4 Engagement\n\n- one two\n- three' });
  });

  it.each([
    ['*a* _b_ `c` ~~d~~', '\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~'],
    ['[text](https://example.org)', '\\[text\\](https\\://example.org)'],
    ['![image](x)', '!\\[image\\](x)'],
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    ['&lt;b&gt;', '\\&lt;b\\&gt;'],
    ['a | b', 'a \\| b'],
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['---', '\\---'],
    ['    code', 'code'],
    ['back\\slash', 'back\\\\slash'],
    ['www.example.org, a@example.org', 'www\\.example.org, a\\@example.org'],
    ['a\n\n# b', 'a # b'],
    ['IA_BE_4 24/7', 'IA_BE_4 24/7'],
  ])('shows %j letter by letter', (text, escaped) => {
    expect(markdown(text)).toBe(escaped);
    expect(render([paragraph(text)], false).value).toBe(text.replace(/\s+/g, ' '));
  });

  it('keeps code as code, whatever is in it', () => {
    expect(render([paragraph(code('a`b'))], true).value).toBe('`` a`b ``');
    expect(render([paragraph(...sentences('Write `a: *b` here.'))], true).value).toBe('Write `a: *b` here.');
    expect(render([paragraph(...sentences('Write `a: *b` here.'))], false).value).toBe('Write a: *b here.');
  });

  it('makes a paragraph of each line of a text', () => {
    expect(render(paragraphs('One:\n• two\n\n- three'), true).value).toBe('One:\n\n• two\n\n\\- three');
  });
});
