import type { JSX } from 'preact';
import type { ActivityScore } from '../../server/src/score/fileScore.ts';
import type { Statement } from '../../server/src/explanation/explanation.ts';
import { StateIcon } from './icons.tsx';
import { formatNumber } from './numbers.ts';
import { Sentence, Working } from './statements.tsx';
import { ACTIVITY_STATES, activityState, denials, weightWords } from './words.ts';

interface ActivityListProps {
  readonly activities: readonly ActivityScore[];
  readonly explanations: readonly (readonly Statement[])[];
  readonly onShow: (activity: number) => void;
}

export function ActivityList({ activities, explanations, onShow }: ActivityListProps): JSX.Element {
  return (
    <section>
      <h2>
        Activities <span class="count">{activities.length}</span>
      </h2>
      {activities.length === 0 ? (
        <p class="hint">The plan lists no activities.</p>
      ) : (
        <ol class="activities">
          {activities.map((activity, index) => (
            <ActivityRow
              key={index}
              activity={activity}
              statements={explanations[index] ?? []}
              onShow={() => onShow(index)}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

interface ActivityRowProps {
  readonly activity: ActivityScore;
  readonly statements: readonly Statement[];
  readonly onShow: () => void;
}

function ActivityRow({ activity, statements, onShow }: ActivityRowProps): JSX.Element {
  const state = activityState(activity);
  const weight = weightWords(activity);
  const points = activity.points === null ? null : formatNumber(activity.points);
  const why = state === 'denied' ? denials(activity, statements) : [];
  const rest = statements.filter((statement) => !why.includes(statement));
  return (
    <li class={`activity ${state}`}>
      <button type="button" data-test="activity" data-id={activity.id ?? ''} data-points={points ?? ''} onClick={onShow}>
        <span class="state-icon">
          <StateIcon state={state} />
        </span>
        <span class="id">{activity.id ?? 'No id yet'}</span>
        <span class="points">
          {points ?? '–'}
          <span class="unseen"> points</span>
        </span>
        {activity.title !== null && <span class="title">{activity.title}</span>}
        <span class="state">
          <b>{ACTIVITY_STATES[state]}</b>
          {weight !== undefined && ` · ${weight}`}
        </span>
        {why.map((statement) => (
          <span class="reason">
            <Sentence text={statement.text} />
          </span>
        ))}
      </button>
      <Working label={state === 'denied' ? 'More about it' : 'Why'} statements={rest} />
    </li>
  );
}
