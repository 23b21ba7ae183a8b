import { describe, expect, it } from 'vitest';
import { EvidenceFiles } from './evidenceFiles.ts';

function evidence(there: Set<string>): { readonly files: EvidenceFiles; readonly lookedFor: string[] } {
  const lookedFor: string[] = [];
  const files = new EvidenceFiles('/plans/a.mips.yaml', (file) => {
    lookedFor.push(file);
    return Promise.resolve(there.has(file));
  });
  return { files, lookedFor };
}

describe('evidence files', () => {
  it('count as there until it is known', async () => {
    const { files } = evidence(new Set(['/plans/log.pdf']));
    expect(['log.pdf', 'absent.pdf'].map(files.exists)).toEqual([true, true]);
    await files.lookUp();
    expect(['log.pdf', 'absent.pdf'].map(files.exists)).toEqual([true, false]);
  });

  it('are looked for once', async () => {
    const { files, lookedFor } = evidence(new Set());
    expect(files.lookUp()).toBeUndefined();
    files.exists('log.pdf');
    await files.lookUp();
    files.forgetWhatWasAsked();
    files.exists('log.pdf');
    expect(files.lookUp()).toBeUndefined();
    expect(lookedFor).toEqual(['/plans/log.pdf']);
  });

  it('have another revision only where an analysis would now be told something else', async () => {
    const there = new Set(['/plans/log.pdf']);
    const { files } = evidence(there);
    files.exists('log.pdf');
    await files.lookUp();
    expect(files.revision).toBe(0);
    there.clear();
    await files.lookUpAgain();
    expect(files.revision).toBe(1);
    await files.lookUpAgain();
    expect(files.revision).toBe(1);
    there.add('/plans/log.pdf');
    await files.lookUpAgain();
    expect(files.revision).toBe(2);
  });

  it('have what is made of a plan made again only where one is not there', async () => {
    const { files } = evidence(new Set(['/plans/log.pdf']));
    const made: string[] = [];
    const make = (path: string) => files.settled(() => {
      const told = `${path} ${files.exists(path) ? 'is there' : 'is not there'}`;
      made.push(told);
      return told;
    });
    expect(await make('log.pdf')).toBe('log.pdf is there');
    expect(await make('absent.pdf')).toBe('absent.pdf is not there');
    expect(await make('absent.pdf')).toBe('absent.pdf is not there');
    expect(made).toEqual(['log.pdf is there', 'absent.pdf is there', 'absent.pdf is not there', 'absent.pdf is not there']);
  });

  it('that are no longer named are forgotten', async () => {
    const { files, lookedFor } = evidence(new Set());
    for (const name of ['l', 'lo', 'log']) {
      files.forgetWhatWasAsked();
      files.exists(name);
      await files.lookUp();
    }
    files.forgetWhatWasAsked();
    files.exists('l');
    await files.lookUp();
    expect(lookedFor).toEqual(['/plans/l', '/plans/lo', '/plans/log', '/plans/l']);
  });

  it.each([
    [['/plans/evidence/log.pdf'], true],
    [['/plans/evidence'], true],
    [['/plans'], true],
    [['/plans/evidence/log'], false],
    [['/plans/other', '/plans/evidence/log.pdf'], true],
    [[], false],
  ])('concern a change of %j: %s', (changed, concerned) => {
    const { files } = evidence(new Set());
    files.exists('evidence/log.pdf');
    expect(files.concerns(new Set(changed))).toBe(concerned);
  });
});
