import fc from 'fast-check';
import { CodeActionKind, type CodeAction } from 'vscode-languageserver-types';
import { describe, expect, it } from 'vitest';
import { analyse, type Analysis } from '../../server/src/analysis.ts';
import { carryOver } from '../../server/src/features/carryOver.ts';
import { codeActions } from '../../server/src/features/codeAction.ts';
import { applied, EDITED } from '../../server/src/features/testing/edits.ts';
import { NOT_CANCELLED, TEST_CONTEXT } from '../../server/src/features/testing/markedText.ts';
import { scores } from '../../server/src/features/testing/refactored.ts';
import { files } from './plans.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 60);
const { inventory } = TEST_CONTEXT;
const idsOf = (year: number): string[] => inventory.activitiesOf(year).map(({ id }) => id).filter((id) => id !== 'IA_MVP');
const OPTIONS = { ...EDITED, levels: new Map(), carriesOver: 'not at all' } as const;

function read(text: string): Analysis {
  return analyse(text, TEST_CONTEXT);
}

function refactoringsAt(analysis: Analysis, offset: number): CodeAction[] {
  const position = analysis.source.positionAt(offset);
  return codeActions(analysis, { start: position, end: position }, { diagnostics: [], only: [CodeActionKind.Refactor] }, OPTIONS, NOT_CANCELLED);
}

function comments({ source, comments }: Analysis): string[] {
  return comments.map(({ start, end }) => source.text.slice(start, end).trimEnd());
}

/** What must survive any change, wherever it stands afterwards. */
function expectKept(before: Analysis, after: Analysis): void {
  const [old, now] = [before.source.text, after.source.text];
  const label = `${old}\n=====\n${now}`;
  expect(after.findings.filter(({ code }) => code === 'yaml-syntax' || code === 'duplicate-key'), label).toEqual([]);
  const left = comments(after);
  for (const comment of comments(before)) {
    const index = left.findIndex((each) => each.includes(comment));
    expect(index, `${comment}\n${label}`).toBeGreaterThanOrEqual(0);
  }
  for (const word of old.match(/x-ref: 17|x-more: \{ a: \[1, 2\] \}|&[a-z]+|[\w-]+\.pdf|https:\/\/example\.org\/x/g) ?? []) expect(now, label).toContain(word.trim());
  expect(/(?<!\r)\n/.test(now), label).toBe(old.includes('\r\n') ? false : now.includes('\n'));
  expect(now.startsWith('\uFEFF'), label).toBe(old.startsWith('\uFEFF'));
}

describe('every refactoring', () => {
  it('loses no text, and pays the same', () => {
    fc.assert(fc.property(files(2024, idsOf(2024)), fc.nat(), (text, place) => {
      const before = read(text);
      const lines = before.source.lineCount;
      for (const line of [place % lines, (place * 7) % lines, text.slice(0, text.indexOf('activities:')).split('\n').length - 1]) {
        for (const { edit } of refactoringsAt(before, before.source.lineSpan(line).end)) {
          const after = read(applied(text, edit));
          expectKept(before, after);
          expect(scores(after).slice(0, before.plans.length), `${text}\n=====\n${after.source.text}`).toEqual(scores(before));
        }
      }
    }), { numRuns: RUNS });
  });

  it('that sorts moves lines only, and leaves nothing to sort', () => {
    fc.assert(fc.property(files(2024, idsOf(2024)), (text) => {
      const before = read(text);
      for (const { plan } of before.plans) {
        const key = plan.root.entries.find(({ name }) => name === 'activities')?.key.span.start ?? 0;
        for (const { title, edit } of refactoringsAt(before, key).filter(({ kind }) => kind?.startsWith('refactor.move'))) {
          const sorted = applied(text, edit);
          expect(sorted.split(/\r?\n/).sort()).toEqual(text.split(/\r?\n/).sort());
          expect(refactoringsAt(read(sorted), key).map((action) => action.title)).not.toContain(title);
        }
      }
    }), { numRuns: RUNS });
  });

  it('of a period as a text is undone by the other', () => {
    fc.assert(fc.property(files(2024, idsOf(2024)), (text) => {
      const before = read(text);
      const places = before.plans.flatMap(({ judgements }) => judgements.flatMap(({ activity }) => (activity.period.value?.origin === undefined ? (activity.period.key?.span.start ?? []) : [])));
      for (const at of places) {
        const asMap = refactoringsAt(before, at).filter(({ title }) => title.startsWith('Write the period as `start`'));
        for (const { edit } of asMap) {
          const map = applied(text, edit);
          const inAMap = read(map);
          const back = refactoringsAt(inAMap, at).filter(({ title }) => title.startsWith('Write the period as `START/END`'));
          expect(back.map((action) => applied(map, action.edit)), text).toContain(text);
        }
      }
    }), { numRuns: RUNS });
  });
});

describe('carrying over', () => {
  it.each([[2021, 2022], [2024, 2025], [2025, 2026], [2019, 2026]])('from %i to %i loses no text, and leaves nothing of the old year', (from, to) => {
    fc.assert(fc.property(files(from, idsOf(from)), (text) => {
      const before = read(text);
      const carried = carryOver(before, to, 'a.mips.yaml', NOT_CANCELLED);
      if (carried === undefined || 'refusal' in carried) throw new Error(`${text}\n${carried?.refusal}`);
      const after = read(carried.text);
      expectKept(before, after);
      const label = `${text}\n=====\n${carried.text}`;
      expect(after.plans.length).toBe(before.plans.length);
      after.plans.forEach(({ plan, judgements }, index) => {
        expect(plan.performanceYear.value?.value).toBe(to);
        judgements.forEach(({ activity, dropped, known }, at) => {
          const old = before.plans[index]?.judgements[at];
          if (old === undefined || old.dropped) return;
          const status = activity.status.value?.value;
          expect(['planned', 'dropped', undefined], label).toContain(status);
          expect(activity.evidence.value?.value.length ?? 0, label).toBe(0);
          // Credited or not, nothing that the year does not list is planned.
          if (!dropped) expect(known?.years, label).toContain(to);
          const [was, is] = [old.activity.period.value?.value, activity.period.value?.value];
          expect(is === undefined, label).toBe(was === undefined);
          if (is !== undefined) expect([is.start.value.slice(0, 4), is.end.value.slice(0, 4)], label).toEqual([String(to), String(to)]);
        });
      });
      expect(after.findings.filter(({ code }) => code === 'activity-not-in-year' || code === 'attested-too-recently'), label).toEqual([]);
      for (const { line } of carried.notes) expect(line).toBeLessThan(after.source.lineCount);
    }), { numRuns: RUNS });
  });
});
