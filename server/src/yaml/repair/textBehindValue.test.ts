import { describeMending } from '../testing/mending.ts';

describeMending('text behind a value', [
  {
    name: 'an apostrophe inside single quotes',
    text: "practice:\n  name: 'O«'»Neil's'\n  clinicians: 3\n",
    message: "This apostrophe closes the text too early; write it twice ('').",
    reads: { practice: { name: "O'Neil's", clinicians: 3 } },
  },
  {
    name: 'quotes inside double quotes',
    text: 'activities:\n  - note: "say «"»no" twice" # why\n    id: A\n',
    message: 'This quote closes the text too early; write it as \\".',
    reads: { activities: [{ note: 'say "no" twice', id: 'A' }] },
  },
  {
    name: 'behind a quoted text',
    text: 'practice:\n  clinicians: "12" «people» # all\n  name: x\n',
    message: 'There is text after the closing quote; put it inside the quotes or remove it.',
    reads: { practice: { clinicians: '12', name: 'x' } },
    fixed: false,
  },
  {
    name: 'a colon behind a quoted text',
    text: 'practice:\n  tin: "000123456"«: 5»\n  name: x\n',
    message: 'There is text after the closing quote; put it inside the quotes or remove it.',
    reads: { practice: { tin: '000123456', name: 'x' } },
    fixed: false,
  },
  {
    name: 'behind brackets',
    text: 'statuses: [rural] «and small»\nname: x\n',
    message: 'There is text after the closing bracket; remove it.',
    reads: { statuses: ['rural'], name: 'x' },
    fixed: false,
  },
]);
