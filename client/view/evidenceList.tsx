import type { JSX } from 'preact';
import type { ActivityOverview, DocumentationOverview, PlanOverview } from '../../server/src/explanation/overview.ts';
import type { PlanScore } from '../../server/src/score/fileScore.ts';
import { dateInWords } from '../../server/src/text/dateInWords.ts';
import { plural } from '../../server/src/text/plural.ts';
import { Folded } from './folded.tsx';
import { CheckIcon } from './icons.tsx';

/** Activities that are seen at once. */
const FIRST = 10;

interface EvidenceListProps {
  readonly plan: PlanScore;
  readonly overview: PlanOverview;
}

/** What is on file for each activity that earns credit, what is missing, and how long to keep it. */
export function EvidenceList({ plan, overview }: EvidenceListProps): JSX.Element | null {
  const rows = plan.activities.flatMap(({ id, credited }, index) => {
    const activity = overview.activities[index];
    return credited && activity !== undefined ? [{ id, activity, index }] : [];
  });
  if (rows.length === 0) return null;
  const list = (from: number, to?: number): JSX.Element => (
    <ul class="evidence-list">
      {rows.slice(from, to).map(({ id, activity, index }) => (
        <EvidenceRow key={index} id={id} activity={activity} />
      ))}
    </ul>
  );
  return (
    <>
      <h3>Evidence</h3>
      {overview.keepUntil !== null && <p class="hint">Keep it until {dateInWords(overview.keepUntil)}.</p>}
      {list(0, FIRST)}
      {rows.length > FIRST && <Folded label={`${rows.length - FIRST} more`}>{list(FIRST)}</Folded>}
    </>
  );
}

function EvidenceRow({ id, activity }: { readonly id: string | null; readonly activity: ActivityOverview }): JSX.Element {
  const { evidence, documentation, missing } = activity;
  const lost = evidence.filter(({ found }) => !found).length;
  const isThere = evidence.length > 0 && lost === 0;
  const words = evidence.length === 0 ? 'Nothing on file' : lost > 0 ? `${lost} of ${plural(evidence.length, 'piece', 'pieces')} not found` : `${plural(evidence.length, 'piece', 'pieces')} on file`;
  return (
    <li class={isThere ? 'there' : 'missing'} data-test="evidence" data-id={id ?? ''}>
      <p class="evidence-head">
        <CheckIcon done={isThere} />
        <span class="id">{id}</span>
        <span class="state">{words}</span>
      </p>
      {evidence.length > 0 && (
        <ul class="pieces">
          {evidence.map(({ text, found }) => (
            <li>
              {text}
              {!found && <b class="lost"> (not found)</b>}
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && <p class="missing-words">Not secured: {missing.join(', ')}.</p>}
      {documentation !== null && (
        <Folded label="What to keep">
          <Documentation documentation={documentation} />
        </Folded>
      )}
    </li>
  );
}

const NEEDS: Record<DocumentationOverview['need'], string> = {
  any: 'CMS suggests any one of:',
  two: 'CMS suggests two of:',
  all: 'CMS suggests all of:',
  unstated: 'For example:',
};

function Documentation({ documentation }: { readonly documentation: DocumentationOverview }): JSX.Element {
  return (
    <div class="documentation">
      <p>{documentation.items.length === 1 ? 'CMS suggests:' : NEEDS[documentation.need]}</p>
      <ul class="bullets">
        {documentation.items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </div>
  );
}
