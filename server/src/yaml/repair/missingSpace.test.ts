import { describeLeftAlone, describeMending } from '../testing/mending.ts';
import { missingSpace } from './missingSpace.ts';

describeMending('a space that is missing', [
  {
    name: 'behind a colon',
    text: 'activities:\n  - id: A\n    status«:»completed\n    owner: x\n',
    message: 'Put a space after this colon.',
    reads: { activities: [{ id: 'A', status: 'completed', owner: 'x' }] },
  },
  {
    name: 'behind the last colon',
    text: 'activities:\n  - id: A\n    status«:»completed\n',
    message: 'Put a space after this colon.',
    reads: { activities: [{ id: 'A', status: 'completed' }] },
  },
  {
    name: 'behind a colon with lines below that belong to the key',
    text: 'activities:«x»\n  - id: A\n  - id: B\n',
    message: '`activities` has a value on its line and lines below it; keep one of the two.',
    reads: { activities: [{ id: 'A' }, { id: 'B' }] },
    fixed: false,
  },
  {
    name: 'behind the colon of the first key',
    text: 'activities:\n  - id«:»A # why\n    status: x\n  - id: B\n',
    message: 'Put a space after this colon.',
    reads: { activities: [{ id: 'A', status: 'x' }, { id: 'B' }] },
  },
  {
    name: 'behind a dash',
    text: 'activities:\n  «-»id: A\n    status: x\n  - id: B\n',
    message: 'Put a space after this dash.',
    reads: { activities: [{ id: 'A', status: 'x' }, { id: 'B' }] },
  },
]);

describeLeftAlone(missingSpace, {
  broken: [
    ['the colon of an address', 'evidence:\n  - a\n  https://example.org/x\n  y: 1\n'],
    ['the colon of a time', 'owner: x\n12:30\nname: y\n'],
    ['a line without a colon', 'owner: x\nname\nnote: y\n'],
  ],
  healthy: [
    ['an address', 'evidence:\n  - https://example.org/x\n'],
    ['a number below 0', '- -1\n'],
  ],
});
