import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const RIVERBEND = readFileSync(resolve(import.meta.dirname, '../../samples/riverbend.mips.yaml'), 'utf8');

/** Beyond a limit of the format, with the finding that says so. */
export const LIMITED = {
  'a bomb of aliases': ['too-many-aliases', `${bomb(10)}performance_year: 2024\nactivities: *a9\n`],
  'a long text again and again': ['too-many-aliases', `note: &text ${'long '.repeat(100_000)}\nactivities:\n${'  - id: *text\n'.repeat(5)}`],
  'a bomb of merge keys': ['too-many-aliases', mergeBomb(12)],
  'a small bomb in each of many documents': ['too-many-aliases', `a: &a [${'1,'.repeat(99)}]\nb: [${'*a,'.repeat(90)}]\n---\n`.repeat(300)],
  '65 brackets': ['nesting-too-deep', `activities: ${'['.repeat(65)}${']'.repeat(65)}\n`],
  '2,000 open brackets': ['nesting-too-deep', `activities: ${'['.repeat(2_000)}`],
  '2,000 braces': ['nesting-too-deep', `activities: ${'{a: '.repeat(2_000)}`],
  '1,000 lists in each other': ['nesting-too-deep', `activities:\n${'- '.repeat(1000)}\n`],
  '1,000 maps in each other': ['nesting-too-deep', Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:\n`).join('')],
  'more than 2 MiB': ['document-too-large', `note: ${'x'.repeat(2 * 1024 * 1024)}\n`],
  'more than 2 MiB of three bytes each': ['document-too-large', `note: ${'€'.repeat(700_000)}\n`],
} as const;

const CONFLICT = RIVERBEND.replace('performance_year: 2024\n', '<<<<<<< HEAD\nperformance_year: 2024\n=======\nperformance_year: 2023\n>>>>>>> theirs\n');

/** Within the limits: to be read like any other. */
export const READ = {
  'git’s conflict markers': CONFLICT,
  'NUL': RIVERBEND.replaceAll('e', '\0'),
  'halves of surrogate pairs': RIVERBEND.replaceAll('a', '\ud83d').replaceAll('e', '\ude00'),
  'an alias of itself': `a: &a [*a]\nperformance_year: 2024\npractice: &p { name: *p }\nactivities: &l [*l, { id: *l }]\n`,
  '64 brackets': `activities: ${'['.repeat(63)}${']'.repeat(63)}\n`,
  'a list of itself in a plan': `performance_year: 2024\nactivities: &all\n  - id: IA_EPA_1\n    evidence: *all\n`,
  'a line of nearly 2 MB': `${RIVERBEND}# ${'x'.repeat(2_000_000)}\n`,
  'a value of nearly 2 MB': RIVERBEND.replace(/name: .*/, `name: ${'long '.repeat(390_000)}`),
  'a quote that is never closed, before 2 MB': `${RIVERBEND}note: "${'x '.repeat(95_000)}\n`,
  '100,000 lines': `${RIVERBEND}${'# a line\n'.repeat(100_000)}`,
  '100,000 empty lines': '\n'.repeat(100_000),
  '10,000 documents': '---\n'.repeat(10_000),
  '10,000 comments': '# a\n'.repeat(10_000),
  '5,000 commas': `activities: [${','.repeat(5_000)}]\n`,
  '5,000 anchors': Array.from({ length: 5_000 }, (_, index) => `k${index}: &a${index} v\n`).join(''),
  '5,000 equal keys': 'note: x\n'.repeat(5_000),
  '5,000 suppressions': '# mips-disable-line unknown-key\n'.repeat(5_000),
  '2,000 open quotes': '"\n'.repeat(2_000),
  '2,000 tabs': '\t- a: b\n'.repeat(2_000),
  '2,000 unclosed maps': 'a: {\n'.repeat(2_000),
  '2,000 keys without a colon': `performance_year: 2024\n${'note\n'.repeat(2_000)}`,
  '2,000 backticks': '`\n'.repeat(2_000),
  '2,000 headers of blocks': '|\n'.repeat(2_000),
  '2,000 surplus brackets': '}\n'.repeat(2_000),
  '2,000 escapes that are none': `note: "${'\\q'.repeat(2_000)}"\n`,
  'a carriage return for each line': RIVERBEND.replaceAll('\n', '\r').repeat(10),
  '50,000 blanks in quotes': RIVERBEND.replace(/name: .*/, `name: "a${' '.repeat(50_000)}b"`),
  '50,000 blanks in a period': RIVERBEND.replace(/period: .*/, `period: a${' '.repeat(50_000)}b c`),
  '50,000 blanks before a colon': `performance_year: 2024\nactivities:\n  - id${' '.repeat(50_000)}x\n`,
  'a word of 100,000 letters as id': `performance_year: 2024\nactivities:\n  - id: ${'x'.repeat(100_000)}\n`,
  '20,000 words as id': `performance_year: 2024\nactivities:\n  - id: ${'care plan '.repeat(10_000)}\n`,
  '100 marks of anchors': `performance_year: 2024\npractice:\n  name: ${'&'.repeat(100)} x\n`,
  'a deep staircase': Array.from({ length: 60 }, (_, level) => `${' '.repeat(level)}- a:\n`).join('').repeat(50),
  '2,000 wrong ids': `performance_year: 2024\nactivities:\n${Array.from({ length: 2000 }, (_, index) => `  - id: IA_X${index}\n`).join('')}`,
  'a roster of 5,000 whom nobody means': `performance_year: 2024\nsubmission: { level: group }\nroster:\n${Array.from({ length: 5000 }, (_, index) => `  p${index}:\n`).join('')}activities:\n  - { id: IA_EPA_1, performed_by: [${Array.from({ length: 5000 }, (_, index) => `q${index}`).join()}] }\n`,
  'two names of 50,000 letters': `performance_year: 2024\nsubmission: { level: group }\nroster:\n  ? ${'p'.repeat(50_000)}\n  :\nactivities:\n  - { id: IA_EPA_1, performed_by: [${'p'.repeat(50_000)}q] }\n`,
  '1,000 people': `performance_year: 2024\nsubmission: { level: group }\nroster:\n${Array.from({ length: 1000 }, (_, index) => `  p${index}:\n`).join('')}activities:\n${'  - { id: IA_EPA_1, performed_by: [p1, q1] }\n'.repeat(500)}`,
  'blanks of every kind': RIVERBEND.replaceAll(' ', '\u00a0').replaceAll(':', ':\u2003'),
};

/** Each list holds ten of the one before. */
function bomb(lists: number): string {
  return Array.from({ length: lists }, (_, index) => `a${index}: &a${index} [${index === 0 ? 'x' : Array.from({ length: 10 }, () => `*a${index - 1}`).join(', ')}]\n`).join('');
}

function mergeBomb(maps: number): string {
  return Array.from({ length: maps }, (_, index) => `m${index}: &m${index} { ${index === 0 ? 'note: x' : `a: *m${index - 1}, b: *m${index - 1}, c: *m${index - 1}`} }\n`).join('') + 'practice: { <<: *m11 }\n';
}
