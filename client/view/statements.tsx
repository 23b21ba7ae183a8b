import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Statement } from '../../server/src/explanation/explanation.ts';
import { ChevronIcon } from './icons.tsx';

/** Sentences with the rule behind each, folded away until asked for. */
export function Working({ label, statements }: { readonly label: string; readonly statements: readonly Statement[] }): JSX.Element | null {
  const [open, setOpen] = useState(false);
  if (statements.length === 0) return null;
  return (
    <details class="working" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <ChevronIcon />
        {label}
      </summary>
      {open && <Statements statements={statements} />}
    </details>
  );
}

export function Statements({ statements }: { readonly statements: readonly Statement[] }): JSX.Element {
  return (
    <ul class="statements">
      {statements.map((statement) => (
        <li>
          {statement.text}
          <span class="source">{statement.source}</span>
        </li>
      ))}
    </ul>
  );
}
