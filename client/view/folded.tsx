import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ChevronIcon } from './icons.tsx';

/** What is made only once it is asked for. */
export function Folded({ label, children }: { readonly label: string; readonly children: JSX.Element }): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <details class="folded" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <ChevronIcon />
        {label}
      </summary>
      {open && children}
    </details>
  );
}
