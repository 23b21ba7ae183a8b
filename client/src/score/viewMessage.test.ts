import { describe, expect, it } from 'vitest';
import { readHostMessage } from '../../view/readMessage.ts';
import { viewMessage } from './viewMessage.ts';

const shown = { uri: 'file:///a.mips.yaml', fileName: 'a.mips.yaml' };
const params = { uri: shown.uri, version: 4, score: { file: shown.uri, asOf: '2024-12-31', best: null, plans: [] } };
const overview = { version: 4, score: params.score, explanations: [], overviews: [] };
const snapshot = { type: 'snapshot', ...shown, ...overview };

describe('viewMessage', () => {
  it.each([
    ['no plan', undefined, undefined, undefined, 'running', { type: 'noPlan' }],
    ['no score yet', shown, undefined, undefined, 'starting', { type: 'loading', ...shown, checking: 'now' }],
    ['no score, no server', shown, undefined, undefined, 'stopped', { type: 'loading', ...shown, checking: 'stopped' }],
    ['a score', shown, { params, outdated: false }, overview, 'running', { ...snapshot, checking: 'done' }],
    ['a lost server', shown, { params, outdated: true }, overview, 'restarting', { ...snapshot, checking: 'again' }],
    ['a lost server before the view was shown', shown, { params, outdated: true }, undefined, 'restarting', { type: 'loading', ...shown, checking: 'now' }],
    ['a new server that has not scored yet', shown, { params, outdated: true }, overview, 'running', { ...snapshot, checking: 'again' }],
    ['a server that stays away', shown, { params, outdated: true }, overview, 'stopped', { ...snapshot, checking: 'stopped' }],
  ] as const)('%s', (_, file, known, seen, server, message) => {
    const made = viewMessage(file, known, seen, server);
    expect(made).toEqual(message);
    expect(readHostMessage(made)).toEqual(made);
  });

  it('leaves the view as it is while an overview is on the way', () => {
    expect(viewMessage(shown, { params, outdated: false }, undefined, 'running')).toBeUndefined();
  });
});
