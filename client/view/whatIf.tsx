import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ActivityOverview, PlanOverview } from '../../server/src/explanation/overview.ts';
import type { PlanChange } from '../../server/src/protocol/whatIf.ts';
import type { ActivityScore, PlanScore } from '../../server/src/score/fileScore.ts';
import { formatNumber } from '../../server/src/text/formatNumber.ts';
import { Folded } from './folded.tsx';
import type { WhatIfSession } from './useWhatIf.ts';
import { CATEGORIES, SPECIAL_STATUSES, STATUSES } from './words.ts';

interface WhatIfProps {
  readonly plan: PlanScore;
  readonly overview: PlanOverview;
  readonly session: WhatIfSession;
}

/** Changes to a copy of the plan, with both scores side by side. */
export function WhatIf({ plan, overview, session }: WhatIfProps): JSX.Element {
  const { changes, answer } = session;
  return (
    <section aria-labelledby="what-if-title" data-test="what-if">
      <h2 id="what-if-title">What if</h2>
      <p class="hint">Try changes on a copy of the plan. The file stays as it is until you apply them.</p>
      <Comparison now={plan} then={answer?.score} />
      {(answer?.refused ?? []).map(({ reason }) => (
        <p class="refused">{reason}</p>
      ))}
      <p class="what-if-buttons">
        <ChangesButton label="Apply to the File" style="action" changes={changes} act={() => session.apply()} />
        <ChangesButton label="Start Over" style="action secondary" changes={changes} act={() => session.startOver()} />
      </p>
      <Folded label="Statuses and categories">
        <EntityChanges overview={overview} session={session} />
      </Folded>
      {plan.activities.length > 0 && (
        <Folded label="Activities of the plan">
          <ul class="what-if-activities">
            {plan.activities.map((score, index) => {
              const activity = overview.activities[index];
              return activity && <ActivityChanges key={index} index={index} score={score} overview={activity} session={session} />;
            })}
          </ul>
        </Folded>
      )}
      {plan.suggestions.length > 0 && (
        <Folded label="Further activities">
          <Additions plan={plan} session={session} />
        </Folded>
      )}
    </section>
  );
}

interface ChangesButtonProps {
  readonly label: string;
  readonly style: string;
  readonly changes: readonly PlanChange[];
  readonly act: () => void;
}

/** Keeps the keyboard's focus when it has done its work and there are no changes any more; a button that is `disabled` loses it. */
function ChangesButton({ label, style, changes, act }: ChangesButtonProps): JSX.Element {
  const isIdle = changes.length === 0;
  return (
    <button type="button" class={style} aria-disabled={isIdle} onClick={() => !isIdle && act()}>
      {label}
    </button>
  );
}

function Comparison({ now, then }: { readonly now: PlanScore; readonly then: PlanScore | undefined }): JSX.Element {
  const rows: readonly (readonly [string, string, (plan: PlanScore) => number | null])[] = [
    ['Points', 'what-if-points', (plan) => plan.points],
    ['Secured', 'what-if-secured', (plan) => plan.securedPoints],
    ['Of the final score', 'what-if-contribution', (plan) => plan.contribution],
  ];
  const shown = (value: number | null): string => (value === null ? '–' : formatNumber(value));
  return (
    // Their roles are said once more, as in the table of activities.
    <table role="table" class="comparison" aria-labelledby="what-if-title">
      <thead role="rowgroup">
        <tr role="row">
          <td role="cell" />
          <th role="columnheader" scope="col">Now</th>
          <th role="columnheader" scope="col">What if</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(([title, hook, read]) => (
          <tr role="row" key={hook}>
            <th role="rowheader" scope="row">{title}</th>
            <td role="cell">{shown(read(now))}</td>
            <td role="cell" data-test={hook} class={then !== undefined && read(then) !== read(now) ? 'changed' : ''}>
              {then === undefined ? '–' : shown(read(then))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Session = Pick<WhatIfProps, 'session'>;

function EntityChanges({ overview, session }: Session & { readonly overview: PlanOverview }): JSX.Element {
  return (
    <>
      <fieldset>
        <legend>Special statuses</legend>
        {keysOf(SPECIAL_STATUSES).map((status) => {
          const now = overview.specialStatuses.includes(status);
          const changed = session.changes.find((change) => change.kind === 'specialStatus' && change.status === status);
          return <Toggle label={SPECIAL_STATUSES[status]} on={toggled(changed, now)} onToggle={(on) => session.change({ kind: 'specialStatus', status, on }, on === now)} />;
        })}
      </fieldset>
      <fieldset>
        <legend>Reweighted to 0 % by CMS</legend>
        {keysOf(CATEGORIES).map((category) => {
          const now = overview.reweighted.includes(category);
          const changed = session.changes.find((change) => change.kind === 'reweighting' && change.category === category);
          return <Toggle label={CATEGORIES[category]} on={toggled(changed, now)} onToggle={(on) => session.change({ kind: 'reweighting', category, on }, on === now)} />;
        })}
      </fieldset>
      <fieldset>
        <legend>Alternative Payment Model</legend>
        <Toggle
          label="Takes part in one"
          on={toggled(session.changes.find(({ kind }) => kind === 'apm'), overview.apm)}
          onToggle={(on) => session.change({ kind: 'apm', on }, on === overview.apm)}
        />
      </fieldset>
    </>
  );
}

function toggled(change: object | undefined, now: boolean): boolean {
  return change !== undefined && 'on' in change ? change.on === true : now;
}

interface ActivityChangesProps extends Session {
  readonly index: number;
  readonly score: ActivityScore;
  readonly overview: ActivityOverview;
}

function ActivityChanges({ index, score, overview, session }: ActivityChangesProps): JSX.Element {
  const name = score.id ?? `activity ${index + 1}`;
  const of = { activity: index, id: score.id };
  const status = session.changes.find((change) => change.kind === 'activityStatus' && change.activity === index);
  const performedBy = session.changes.find((change) => change.kind === 'performedBy' && change.activity === index);
  const { participation } = overview;
  return (
    <li>
      <span class="id">{score.id ?? 'No id yet'}</span>
      <select
        aria-label={`Status of ${name}`}
        value={status?.kind === 'activityStatus' ? status.status : overview.status}
        onChange={(event) => {
          const chosen = keysOf(STATUSES).find((each) => each === event.currentTarget.value) ?? overview.status;
          session.change({ kind: 'activityStatus', ...of, status: chosen }, chosen === overview.status);
        }}
      >
        {keysOf(STATUSES).map((each) => (
          <option value={each}>{STATUSES[each]}</option>
        ))}
      </select>
      {participation !== null && !participation.named && (
        <label class="count">
          <span>Clinicians</span>
          <CountField
            label={`Clinicians who perform ${name}`}
            count={performedBy?.kind === 'performedBy' ? performedBy.count : participation.count}
            onCount={(count) => session.change({ kind: 'performedBy', ...of, count: count ?? 0 }, count === undefined || count === participation.count)}
          />
        </label>
      )}
    </li>
  );
}

interface CountFieldProps {
  readonly label: string;
  readonly count: number | null;
  /** @param count undefined where what is typed is none */
  readonly onCount: (count: number | undefined) => void;
}

/** While somebody types, it has what is typed, also where that is no count yet; otherwise a digit that is deleted would be back at once. */
function CountField({ label, count, onCount }: CountFieldProps): JSX.Element {
  const [typed, setTyped] = useState<string>();
  return (
    <input
      type="number"
      min={0}
      aria-label={label}
      value={typed ?? count ?? ''}
      onInput={({ currentTarget: { value, valueAsNumber } }) => {
        setTyped(value);
        onCount(Number.isInteger(valueAsNumber) && valueAsNumber >= 0 ? valueAsNumber : undefined);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

function Additions({ plan, session }: Session & { readonly plan: PlanScore }): JSX.Element {
  return (
    <fieldset>
      <legend class="unseen">Further activities</legend>
      {plan.suggestions.map(({ id, title, points }) => (
        <Toggle
          key={id}
          label={`${id} (+${formatNumber(points)}) ${title}`}
          on={session.changes.some((change) => change.kind === 'addActivity' && change.id === id)}
          onToggle={(on) => session.change({ kind: 'addActivity', id }, !on)}
        />
      ))}
    </fieldset>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly on: boolean;
  readonly onToggle: (on: boolean) => void;
}

function Toggle({ label, on, onToggle }: ToggleProps): JSX.Element {
  return (
    <label class="toggle">
      <input type="checkbox" checked={on} onChange={(event) => onToggle(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}

function keysOf<T extends string>(words: Readonly<Record<T, string>>): readonly T[] {
  return Object.keys(words) as T[];
}
