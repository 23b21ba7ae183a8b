import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis.ts';
import { Completions, SIMPLE_CLIENT, VSCODE } from '../testing/completions.ts';
import { TEST_CONTEXT } from '../testing/markedText.ts';
import type { FolderListing } from './evidenceFiles.ts';

const HEAD = 'performance_year: 2024\nactivities:\n  - id: IA_BE_4\n';
const FILES: FolderListing = {
  entries: ['log 10.pdf', 'log 2.pdf', 'Ann\'s [notes], 1.pdf', '2024', 'plan.mips.yaml'].map((name) => ({ name, isFolder: false })).concat([{ name: 'scans', isFolder: true }, { name: 'old: 2023', isFolder: true }]),
  more: false,
};

function at(evidence: string, options = SIMPLE_CLIENT, files: FolderListing | undefined = FILES): Completions {
  return new Completions(`${HEAD}    evidence:${evidence}`, options, {}, files);
}

function applied(evidence: string, label: string, options = SIMPLE_CLIENT): string {
  return at(evidence, options).apply(label).slice(`${HEAD}    evidence:`.length);
}

describe('the folder that is asked for', () => {
  it.each([
    ['\n      - <|>\n', '', ''],
    [' [<|>]\n', '', ''],
    ['\n      - sc<|>\n', '', 'sc'],
    ['\n      - scans/2<|>\n', 'scans/', '2'],
    ['\n      - "scans/a b/<|>"\n', 'scans/a b/', ''],
    ["\n      - 'Ann''s/x<|>'\n", "Ann's/", 'x'],
    ['\n      - { file: ../x<|> }\n', '../', 'x'],
    ['\n      - title: Log\n        file: scans/<|>\n', 'scans/', ''],
    [' <|>\n', '', ''],
    [' [a.pdf, scans/<|>\n', 'scans/', ''],
  ])('is that of the path so far: %j', (evidence, folder, prefix) => expect(at(evidence).question).toEqual({ folder, prefix }));

  it.each(['\n      - https://<|>\n', '\n      - { url: <|> }\n', '\n      - { note: <|> }\n', '\n      - "a\\"b/<|>"\n'])('is none where no path is written: %j', (evidence) => {
    expect(at(evidence).question).toBeUndefined();
  });
});

describe('evidence files', () => {
  it('are offered by name, folders last, plans not', () => {
    expect(at('\n      - <|>\n').labels.filter((label) => !/^(file|url|note|title)$/.test(label))).toEqual([
      '2024', 'Ann\'s [notes], 1.pdf', 'log 2.pdf', 'log 10.pdf', 'old: 2023/', 'scans/',
    ]);
  });

  it('are those that the list does not have', () => {
    expect(at('\n      - log 2.pdf\n      - <|>\n').labels).not.toContain('log 2.pdf');
    expect(at('\n      - log 2<|>.pdf\n').labels).toContain('log 2.pdf');
  });

  it.each([
    ['as they are', '\n      - <|>\n', 'log 2.pdf', '\n      - log 2.pdf<|>\n'],
    ['behind a folder', '\n      - scans/l<|>\n', 'log 2.pdf', '\n      - scans/log 2.pdf<|>\n'],
    ['in quotes where they need them', '\n      - <|>\n', 'Ann\'s [notes], 1.pdf', "\n      - 'Ann''s [notes], 1.pdf'<|>\n"],
    ['in quotes where they would be numbers', ' [<|>]\n', '2024', " ['2024'<|>]\n"],
    ['in the quotes that are there', '\n      - "A<|>"\n', 'Ann\'s [notes], 1.pdf', '\n      - "Ann\'s [notes], 1.pdf<|>"\n'],
    ['in a quote that is open', "\n      - 'A<|>\n", 'Ann\'s [notes], 1.pdf', "\n      - 'Ann''s [notes], 1.pdf'<|>\n"],
    ['on the line of their key', ' <|>\n', 'log 2.pdf', '\n      - log 2.pdf<|>\n'],
    ['in a map', '\n      - { file: <|> }\n', 'log 2.pdf', '\n      - { file: log 2.pdf<|> }\n'],
    ['over what stands there', '\n      - lo<|>st.pdf # here\n', 'log 2.pdf', '\n      - log 2.pdf<|> # here\n'],
    ['with CRLF', '\r\n      - sc<|>\r\n', 'log 2.pdf', '\r\n      - log 2.pdf<|>\r\n'],
  ])('are written %s', (_, before, label, after) => {
    expect(applied(before, label)).toBe(after);
    const [plan] = analyse(`${HEAD}    evidence:${after.replace('<|>', '')}`, TEST_CONTEXT).plans;
    const evidence = plan?.judgements[0]?.activity.evidence.value?.value.map(({ value }) => value.split('/').at(-1));
    expect(evidence).toContain(label);
  });

  it('go on behind a folder, in its quotes', () => {
    expect(applied('\n      - <|>\n', 'scans/')).toBe('\n      - scans/<|>\n');
    expect(applied('\n      - "<|>"\n', 'scans/')).toBe('\n      - "scans/<|>"\n');
    expect(applied("\n      - 'sc<|>\n", 'scans/')).toBe("\n      - 'scans/<|>\n");
    expect(applied('\n      - <|>\n', 'old: 2023/', VSCODE)).toBe("\n      - 'old: 2023/<|>'\n");
    expect(at('\n      - <|>\n', VSCODE).item('scans/').command?.command).toBe('editor.action.triggerSuggest');
  });

  it('are compared with the path that is typed', () => {
    const completions = at('\n      - scans/l<|>\n', VSCODE);
    for (const label of ['log 2.pdf', 'log 10.pdf']) {
      expect(completions.item(label).filterText?.startsWith(completions.filteredBy(label))).toBe(true);
    }
  });

  it('are asked for again where there are more', () => {
    expect(at('\n      - <|>\n', VSCODE, { entries: [], more: true }).list?.isIncomplete).toBe(true);
    expect(at('\n      - <|>\n').list?.isIncomplete).toBe(false);
  });

  it('are none without a folder to look into', () => {
    expect(new Completions(`${HEAD}    evidence: [<|>]\n`).list).toBeUndefined();
    expect(new Completions(`${HEAD}    evidence:\n      - <|>\n`).labels).toEqual(['file', 'url', 'note', 'title']);
  });
});
