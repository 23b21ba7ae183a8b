import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Statement } from '../../server/src/explanation/explanation.ts';
import type { ActivityOverview } from '../../server/src/explanation/overview.ts';
import type { PlanScore } from '../../server/src/score/fileScore.ts';
import { formatNumber } from '../../server/src/text/formatNumber.ts';
import { plural } from '../../server/src/text/plural.ts';
import { SortIcon, StateIcon } from './icons.tsx';
import { formatPeriod } from './numbers.ts';
import { PointsStack } from './pointsStack.tsx';
import { COLUMNS, nextOrder, sortRows, type ActivityRow, type Column, type Order } from './sortActivities.ts';
import { Sentence, Working } from './statements.tsx';
import { activityState, denials, stateWords, WEIGHTS } from './words.ts';

const TITLES: Record<Column, string> = {
  activity: 'Activity', points: 'Points', weight: 'Weight', status: 'Status', clinicians: 'Clinicians', period: 'Period', evidence: 'Evidence',
};

const CLASSES: Record<Column, string> = { activity: 'name', points: 'points', weight: 'weight', status: 'status', clinicians: 'clinicians', period: 'period', evidence: 'evidence' };

interface ActivityTableProps {
  readonly plan: PlanScore;
  readonly overviews: readonly ActivityOverview[];
  readonly explanations: readonly (readonly Statement[])[];
  readonly onShow: (activity: number) => void;
}

/** The activities as a bar of their points and a table; in a narrow view the rows become cards. */
export function ActivityTable({ plan, overviews, explanations, onShow }: ActivityTableProps): JSX.Element {
  const [order, setOrder] = useState<Order>();
  const rows = plan.activities.flatMap((score, index): ActivityRow[] => {
    const overview = overviews[index];
    return overview === undefined ? [] : [{ index, score, overview }];
  });
  const columns = COLUMNS.filter((column) => {
    if (column === 'weight') return rows.some(({ score }) => score.weight !== null);
    return column !== 'clinicians' || rows.some(({ overview }) => overview.participation !== null);
  });
  return (
    <section aria-labelledby="activities-title">
      <h2 id="activities-title">
        Activities <span class="count">{rows.length}</span>
      </h2>
      {rows.length === 0 ? (
        <p class="hint">The plan lists no activities.</p>
      ) : (
        <>
          <PointsStack plan={plan} />
          {rows.length > 1 && <SortChoice columns={columns} order={order} onOrder={setOrder} />}
          {/* Their roles are said once more: where CSS lays a table out as cards, browsers forget them. */}
          <table role="table" aria-labelledby="activities-title" class={`activities columns-${columns.length}`}>
            <thead role="rowgroup">
              <tr role="row">
                {columns.map((column) => (
                  <th role="columnheader" scope="col" class={CLASSES[column]} key={column} aria-sort={order?.column === column ? order.direction : 'none'}>
                    <button type="button" onClick={() => setOrder(nextOrder(order, column))}>
                      {TITLES[column]}
                      <SortIcon direction={order?.column === column ? order.direction : undefined} />
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {sortRows(rows, order).map((row) => (
                <TableRow
                  key={row.index}
                  row={row}
                  columns={columns}
                  year={plan.performanceYear}
                  statements={explanations[row.index] ?? []}
                  onShow={() => onShow(row.index)}
                />
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

interface SortChoiceProps {
  readonly columns: readonly Column[];
  readonly order: Order | undefined;
  readonly onOrder: (order: Order | undefined) => void;
}

/** The order where the table is too narrow for its head. */
function SortChoice({ columns, order, onOrder }: SortChoiceProps): JSX.Element {
  return (
    <label class="sort-choice">
      <span>Sort by</span>
      <select
        value={order?.column ?? ''}
        onChange={(event) => {
          const column = columns.find((each) => each === event.currentTarget.value);
          onOrder(column && nextOrder(undefined, column));
        }}
      >
        <option value="">Order of the plan</option>
        {columns.map((column) => (
          <option value={column}>{TITLES[column]}</option>
        ))}
      </select>
    </label>
  );
}

interface TableRowProps {
  readonly row: ActivityRow;
  readonly columns: readonly Column[];
  readonly year: number | null;
  readonly statements: readonly Statement[];
  readonly onShow: () => void;
}

function TableRow({ row, columns, year, statements, onShow }: TableRowProps): JSX.Element {
  const state = activityState(row.score);
  const points = row.score.points === null ? null : formatNumber(row.score.points);
  const why = state === 'denied' ? denials(row.score, statements) : [];
  const rest = statements.filter((statement) => !why.includes(statement));
  const cells: Record<Column, JSX.Element | string> = {
    activity: (
      <>
        <button type="button" data-test="activity" data-id={row.score.id ?? ''} data-points={points ?? ''} onClick={onShow}>
          <span class="id">{row.score.id ?? 'No id yet'}</span>
          {row.score.title !== null && <span class="title">{row.score.title}</span>}
        </button>
        {why.map((statement) => (
          <p class="reason">
            <Sentence text={statement.text} />
          </p>
        ))}
        <Working label={state === 'denied' ? 'More about it' : 'Why'} statements={rest} />
      </>
    ),
    points: (
      <>
        {points ?? '–'}
        <span class="unseen"> points</span>
      </>
    ),
    weight: row.score.weight === null ? NOTHING : <>{WEIGHTS[row.score.weight]}{unit(' weight')}</>,
    status: (
      <>
        <StateIcon state={state} />
        <span>{stateWords(state, row.overview.status)}</span>
      </>
    ),
    clinicians: cliniciansWords(row.overview),
    period: periodWords(row.overview, year),
    evidence: evidenceWords(row.overview),
  };
  return (
    <tr role="row" class={`activity ${state}`}>
      {columns.map((column) =>
        column === 'activity' ? (
          <th role="rowheader" scope="row" class={CLASSES[column]} key={column}>
            {cells[column]}
          </th>
        ) : (
          <td role="cell" class={CLASSES[column]} key={column}>
            {cells[column]}
          </td>
        ),
      )}
    </tr>
  );
}

const NOTHING = <span class="nothing">–</span>;

/** What the head of a column says in a table and the cell itself has to say in a card. */
function unit(words: string): JSX.Element {
  return <span class="unit">{words}</span>;
}

function cliniciansWords({ participation }: ActivityOverview): JSX.Element {
  if (participation === null) return NOTHING;
  const { text, share } = participation;
  if (text === null) return <>Not given{unit(' who performed it')}</>;
  const percent = share === null || text.endsWith('%') || share === 1 ? '' : ` (${Math.floor(share * 100)}\u00A0%)`;
  return (
    <>
      {text}
      {unit(' clinicians')}
      {percent}
    </>
  );
}

function periodWords({ period, clinicianPeriods }: ActivityOverview, year: number | null): string {
  // Where it has no room on one line it breaks behind the dash.
  if (period !== null) return formatPeriod(period.start, period.end, year).replace(/^(\d+) (\w+) – (\d+) (\w+)$/, '$1\u00A0$2\u00A0– $3\u00A0$4');
  return clinicianPeriods.length > 0 ? plural(clinicianPeriods.length, 'clinician’s own', 'clinicians’ own') : 'No period';
}

function evidenceWords({ evidence }: ActivityOverview): JSX.Element {
  const lost = evidence.filter(({ found }) => !found).length;
  if (evidence.length === 0) return <>{unit('Evidence: ')}None</>;
  return (
    <>
      {plural(evidence.length, 'piece', 'pieces')}
      {unit(' of evidence')}
      {lost > 0 && `, ${lost} not found`}
    </>
  );
}
