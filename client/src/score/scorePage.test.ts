import { describe, expect, it } from 'vitest';
import { scorePage } from './scorePage.ts';

const html = scorePage({ cspSource: 'https://host', scriptUri: 'https://host/main.js', styleUri: 'https://host/main.css', nonce: 'bm9uY2U=' });
const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';

describe('the page of the score view', () => {
  it('allows its own script and style and nothing else', () => {
    expect(policy.split('; ')).toEqual(["default-src 'none'", 'style-src https://host', "script-src 'nonce-bm9uY2U='", "base-uri 'none'", "form-action 'none'"]);
  });

  it('says the policy before it loads anything', () => {
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('https://host/main.css'));
  });

  it('has no script or style of its own', () => {
    expect(html).not.toMatch(/<style|style=|\son\w+=|<script(?![^>]*\ssrc=)/);
  });
});
