import { describeMending } from '../testing/mending.ts';

describeMending('what the library reads in spite of an error', [
  {
    name: 'a comma too many',
    text: 'period: { start: 1, «,» end: 2 }\nowner: y\n',
    message: 'There is nothing before this comma; remove it.',
    reads: { period: { start: 1, end: 2 }, owner: 'y' },
  },
  {
    name: 'a comment without a space before it',
    text: 'name: "x"«#comment»\nowner: y\n',
    message: 'A comment needs a space before its `#`.',
    reads: { name: 'x', owner: 'y' },
  },
  {
    name: 'two anchors',
    text: 'name: &a «&b» x\nowner: y\n',
    message: 'A value can have one anchor only; remove this one.',
    reads: { name: 'x', owner: 'y' },
    fixed: false,
  },
  {
    name: 'an anchor on an alias',
    text: 'name: &a x\nowner: &b «*a»\n',
    message: 'An alias (`*name`) can have no anchor or tag of its own; remove it.',
    reads: { name: 'x', owner: 'x' },
    fixed: false,
  },
  {
    name: 'a directive without a document mark',
    text: '%YAML 1.2\n«y»ear: 2024\n',
    message: 'Lines that begin with % need a line with three dashes, `---`, below them.',
    reads: { year: 2024 },
    fixed: false,
  },
  {
    name: 'a directive given twice',
    text: '%YAML 1.2\n«%YAML 1.2»\n---\nyear: 2024\n',
    message: 'This line is there twice; remove one.',
    reads: { year: 2024 },
    fixed: false,
  },
  {
    name: 'a map on the line of the document mark',
    text: '--- «y»ear: 2024\n',
    message: 'Begin on the line below the three dashes.',
    reads: { year: 2024 },
    fixed: false,
  },
]);
