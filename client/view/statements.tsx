import type { JSX } from 'preact';
import type { Statement } from '../../server/src/explanation/explanation.ts';
import { Folded } from './folded.tsx';

/** Sentences with the rule behind each, folded away until asked for. */
export function Working({ label, statements }: { readonly label: string; readonly statements: readonly Statement[] }): JSX.Element | null {
  if (statements.length === 0) return null;
  return (
    <Folded label={label}>
      <Statements statements={statements} />
    </Folded>
  );
}

export function Statements({ statements }: { readonly statements: readonly Statement[] }): JSX.Element {
  return (
    <ul class="statements">
      {statements.map((statement) => (
        <li>
          <Sentence text={statement.text} />
          <span class="source">{statement.source}</span>
        </li>
      ))}
    </ul>
  );
}

/** A sentence with what it quotes from the file between backticks. No line begins with a percent sign. */
export function Sentence({ text }: { readonly text: string }): JSX.Element {
  return <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part.replaceAll(' %', '\u00A0%')))}</>;
}
