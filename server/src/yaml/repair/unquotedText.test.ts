import { describeMending, type MendingCase } from '../testing/mending.ts';

const COLON = 'A colon and a space inside text need quotes around the text.';

function beginsWith(character: string, value: string): MendingCase {
  const marked = value.replace(character, `«${character}»`);
  return {
    name: `text that begins with ${character}`,
    text: `practice:\n  name: ${marked} # comment\n  clinicians: 3\n`,
    message: `Text cannot begin with ${character}; put it in quotes.`,
    reads: { practice: { name: value, clinicians: 3 } },
  };
}

describeMending('text that needs quotes', [
  {
    name: 'a colon inside',
    text: 'practice:\n  name: Riverbend«:» the "North" one\'s\n  clinicians: 3\n',
    message: COLON,
    reads: { practice: { name: 'Riverbend: the "North" one\'s', clinicians: 3 } },
  },
  {
    name: 'a colon at its end',
    text: 'practice:\n  name: Riverbend«:»\n  clinicians: 3\n',
    message: COLON,
    reads: { practice: { name: 'Riverbend:', clinicians: 3 } },
  },
  beginsWith('@', '@home'),
  beginsWith('`', '`code`'),
  beginsWith('%', '%60'),
  beginsWith(',', ', and more'),
  beginsWith('*', '* star'),
  beginsWith('*', '*see the note'),
  beginsWith('&', '& Sons'),
  beginsWith('>', '> 60 %'),
  beginsWith('|', '| x'),
  beginsWith('?', '? maybe'),
  {
    name: 'text behind the mark of a block scalar',
    text: 'note: | «one»\n  two\nowner: x\n',
    message: 'Text behind `|` begins on the next line; move it there.',
    reads: { note: 'two\n', owner: 'x' },
    fixed: false,
  },
]);

describeMending('names that are not typed yet', [
  {
    name: 'of an alias',
    text: 'activities:\n  - period: «*»\n    id: A\n',
    message: 'The alias has no name yet; write one after the *.',
    reads: { activities: [{ period: null, id: 'A' }] },
    fixed: false,
  },
  {
    name: 'of an anchor',
    text: 'activities:\n  - period: «&»\n    id: A\n',
    message: 'The anchor has no name yet; write one after the &.',
    reads: { activities: [{ period: null, id: 'A' }] },
    fixed: false,
  },
]);
