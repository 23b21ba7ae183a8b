import { describeMending } from '../testing/mending.ts';

const rule = (escape: string): string =>
  `In double quotes a backslash has a special meaning, and \`${escape}\` has none; write \`\\\\\` for a backslash.`;

describeMending('a backslash in double quotes', [
  {
    name: 'before a letter',
    text: 'evidence:\n  - "C:«\\q»\\\\logs\\x41\\m"\n  - "a\\tb"\nowner: x\n',
    message: rule('\\q'),
    reads: { evidence: ['C:\\q\\logsA\\m', 'a\tb'], owner: 'x' },
  },
  {
    name: 'before what would be the number of a character',
    text: 'evidence:\n  - "C:«\\U»sers\\\\x"\nowner: x\n',
    message: rule('\\U'),
    reads: { evidence: ['C:\\Users\\x'], owner: 'x' },
  },
]);
