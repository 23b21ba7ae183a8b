import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Long enough that a burst of typing is one announcement. */
const PAUSE_MS = 1000;

/**
 * The page's one live region: says the total once it has come to rest.
 * Nothing is said on arrival at a plan; only a change of the plan that is shown is news.
 */
export function Announcer({ subject, text }: { readonly subject: string; readonly text: string }): JSX.Element {
  const [spoken, setSpoken] = useState('');
  const known = useRef({ subject: '', text: '' });
  useEffect(() => {
    if (known.current.subject !== subject) {
      known.current = { subject, text };
      setSpoken('');
      return;
    }
    if (known.current.text === text) return;
    const timer = setTimeout(() => {
      known.current = { subject, text };
      setSpoken(text);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [subject, text]);
  return (
    <p class="unseen" role="status" aria-live="polite" data-test="announcement">
      {spoken}
    </p>
  );
}
