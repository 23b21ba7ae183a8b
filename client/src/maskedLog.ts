import type * as vscode from 'vscode';
import { maskTins } from '../../server/src/text/maskTins.ts';

const WRITING: ReadonlySet<PropertyKey> = new Set<keyof vscode.LogOutputChannel>(['trace', 'debug', 'info', 'warn', 'error', 'append', 'appendLine', 'replace']);

/**
 * A log in which no TIN stands in full, whoever writes to it. People send logs to others, and with the level Trace whole plans are part of it.
 */
export function maskedLog(log: vscode.LogOutputChannel): vscode.LogOutputChannel {
  return new Proxy(log, {
    get: (channel, name) => {
      const value: unknown = Reflect.get(channel, name);
      if (typeof value !== 'function') return value;
      const call = value as (...values: readonly unknown[]) => unknown;
      if (!WRITING.has(name)) return call.bind(channel);
      return (...values: readonly unknown[]) => call.apply(channel, values.map(masked));
    },
  });
}

function masked(value: unknown): unknown {
  if (typeof value === 'string') return maskTins(value);
  return value instanceof Error ? maskTins(value.stack ?? value.message) : value;
}
