import type { JSX } from 'preact';
import type { FindingOverview, StepState } from '../../server/src/explanation/overview.ts';
import type { Order } from './sortActivities.ts';
import type { ActivityState } from './words.ts';

/** Always beside a word, so never read out. */
function Icon({ children }: { readonly children: JSX.Element | readonly JSX.Element[] }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.3" aria-hidden="true">
      {children}
    </svg>
  );
}

const STATES: Record<ActivityState, JSX.Element> = {
  secured: (
    <path
      d="M8 1.4a6.6 6.6 0 1 1 0 13.2a6.6 6.6 0 0 1 0-13.2zM11.5 5.4L7.1 9.9L4.9 7.7L3.9 8.7L7.1 11.9L12.5 6.4z"
      fill="currentColor"
      fill-rule="evenodd"
      stroke="none"
    />
  ),
  planned: <circle cx="8" cy="8" r="6" />,
  dropped: <path d="M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0M5.2 8h5.6" />,
  denied: <path d="M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" />,
  unscored: <path d="M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0M6.3 6.4a1.8 1.8 0 1 1 2.5 1.7c-.5.2-.8.5-.8 1.1M8 10.9v.5" />,
};

export function StateIcon({ state }: { readonly state: ActivityState }): JSX.Element {
  return <Icon>{STATES[state]}</Icon>;
}

export function BestIcon(): JSX.Element {
  return (
    <Icon>
      <path d="M8 1.8l1.9 3.9 4.3.6-3.1 3 .7 4.3L8 11.6l-3.8 2 .7-4.3-3.1-3 4.3-.6z" fill="currentColor" stroke-linejoin="round" />
    </Icon>
  );
}

export function ChevronIcon(): JSX.Element {
  return (
    <Icon>
      <path d="M6 3.5L10.5 8 6 12.5" />
    </Icon>
  );
}

const CIRCLE = 'M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0';

const STEPS: Record<StepState, JSX.Element | readonly JSX.Element[]> = {
  done: STATES.secured,
  open: [<path d={CIRCLE} />, <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" stroke="none" />],
  later: <path d={CIRCLE} stroke-dasharray="2.4 2.3" />,
  over: <path d={`${CIRCLE}M8 4.5V8l2.3 1.6`} />,
};

export function StepIcon({ state }: { readonly state: StepState }): JSX.Element {
  return <Icon>{STEPS[state]}</Icon>;
}

export function CheckIcon({ done }: { readonly done: boolean }): JSX.Element {
  return <Icon>{done ? STATES.secured : STATES.planned}</Icon>;
}

const SEVERITIES: Record<FindingOverview['severity'], JSX.Element> = {
  error: STATES.denied,
  warning: <path d="M8 2.2L14.3 13.3H1.7zM8 6.3v3.4M8 11v.9" stroke-linejoin="round" />,
  information: <path d={`${CIRCLE}M8 7.2v3.7M8 5v.9`} />,
  hint: <path d={`${CIRCLE}M8 7.2v3.7M8 5v.9`} />,
};

export function SeverityIcon({ severity }: { readonly severity: FindingOverview['severity'] }): JSX.Element {
  return <Icon>{SEVERITIES[severity]}</Icon>;
}

/** Keeps its place also where nothing is sorted. */
export function SortIcon({ direction }: { readonly direction: Order['direction'] | undefined }): JSX.Element {
  return <Icon>{direction === undefined ? [] : <path d={direction === 'ascending' ? 'M4.5 10L8 6.5L11.5 10' : 'M4.5 6.5L8 10L11.5 6.5'} />}</Icon>;
}
