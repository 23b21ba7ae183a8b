import { expect, it } from 'vitest';
import type * as vscode from 'vscode';
import { maskedLog } from './maskedLog.ts';

/** As VS Code's own: what belongs to it is found by `this`. */
class Channel {
  readonly #lines: string[] = [];
  get logLevel(): number {
    return this.#lines.length;
  }
  trace(...values: readonly unknown[]): void {
    this.#lines.push(values.map(String).join(' '));
  }
  error(...values: readonly unknown[]): void {
    this.trace(...values);
  }
  appendLine(line: string): void {
    this.trace(line);
  }
  lines(): readonly string[] {
    return this.#lines;
  }
}

it('shows no TIN in full, whatever is written', () => {
  const channel = new Channel();
  const log = maskedLog(channel as unknown as vscode.LogOutputChannel);
  const opened = { text: 'tin: "12-3456789"\n123456789: 1\r\n\t123-45-6789' };
  log.trace(`Sending notification 'textDocument/didOpen'.\nParams: ${JSON.stringify(opened, null, 4)}`);
  log.error(new Error('at 123456789'));
  log.appendLine('123456789 again');
  expect(channel.lines()).toHaveLength(3);
  for (const line of channel.lines()) {
    expect(line).toContain('6789');
    expect(line).not.toMatch(/123456789|12-3456789|123-45-6789/);
  }
});

it('is the log otherwise', () => {
  const channel = new Channel();
  const log = maskedLog(channel as unknown as vscode.LogOutputChannel);
  log.trace('Started', 3);
  expect(log.logLevel).toBe(1);
  expect((log as unknown as Channel).lines()).toEqual(['Started 3']);
});
