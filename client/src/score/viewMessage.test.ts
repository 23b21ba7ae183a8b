import { describe, expect, it } from 'vitest';
import { readHostMessage } from '../../view/readMessage.ts';
import { viewMessage } from './viewMessage.ts';

const shown = { uri: 'file:///a.mips.yaml', fileName: 'a.mips.yaml' };
const params = { uri: shown.uri, version: 4, score: { file: shown.uri, asOf: '2024-12-31', best: null, plans: [] }, explanations: [], overviews: [] };

describe('viewMessage', () => {
  it.each([
    ['no plan', undefined, undefined, 'running', { type: 'noPlan' }],
    ['no score yet', shown, undefined, 'starting', { type: 'loading', ...shown, checking: 'now' }],
    ['no score, no server', shown, undefined, 'stopped', { type: 'loading', ...shown, checking: 'stopped' }],
    ['a score', shown, { params, outdated: false }, 'running', { type: 'snapshot', ...shown, ...params, checking: 'done' }],
    ['a lost server', shown, { params, outdated: true }, 'restarting', { type: 'snapshot', ...shown, ...params, checking: 'again' }],
    ['a new server that has not scored yet', shown, { params, outdated: true }, 'running', { type: 'snapshot', ...shown, ...params, checking: 'again' }],
    ['a server that stays away', shown, { params, outdated: true }, 'stopped', { type: 'snapshot', ...shown, ...params, checking: 'stopped' }],
  ] as const)('%s', (_, file, known, server, message) => {
    const made = viewMessage(file, known, server);
    expect(made).toEqual(message);
    expect(readHostMessage(made)).toEqual(made);
  });
});
