import type { JSX } from 'preact';
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
