import type { Locator } from 'playwright-core';

/** What came of it when something in a page tried what its policy forbids. */
export interface BreakIn {
  /** The directives that refused something. */
  readonly refused: readonly string[];
  /** What worked all the same. */
  readonly worked: readonly string[];
}

/**
 * Tries from within a page to run other scripts and to load, ask and send anything.
 * @param refusing the directives that are to refuse something: some do so a while later
 */
export function tryToBreakIn(body: Locator, refusing: readonly string[]): Promise<BreakIn> {
  return body.evaluate(async (_, { elsewhere, refusing }) => {
    const refused = new Set<string>();
    const worked: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => refused.add(effectiveDirective));
    const intruder = globalThis as unknown as Record<string, unknown>;
    const added: Element[] = [];
    const add = <K extends keyof HTMLElementTagNameMap>(name: K, properties: Partial<HTMLElementTagNameMap[K]>): HTMLElementTagNameMap[K] => {
      const element = Object.assign(document.createElement(name), properties);
      // A frame that is refused loads a page that says so.
      if (name !== 'iframe') element.addEventListener('load', () => worked.push(`${name} loaded`));
      document.body.append(element);
      added.push(element);
      return element;
    };
    const run = (mark: string): string => `globalThis[${JSON.stringify(mark)}] = true`;

    add('script', { textContent: run('inline script') });
    add('script', { src: `${elsewhere}/x.js` });
    add('script', { src: `data:text/javascript,${encodeURIComponent(run('script of data'))}` });
    add('script', { src: URL.createObjectURL(new Blob([run('script of a blob')])) });
    add('div', { innerHTML: `<img src="x" onerror="${run('handler of an error').replaceAll('"', '&quot;')}"><button onclick="${run('handler of a click').replaceAll('"', '&quot;')}">x</button>` });
    document.body.lastElementChild?.querySelector('button')?.click();
    add('a', { href: `javascript:${run('address of a script')}` }).click();
    add('img', { src: `${elsewhere}/x.png` });
    add('img', { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==' });
    add('style', { textContent: 'body { outline: 7px solid red !important }' });
    add('link', { rel: 'stylesheet', href: `${elsewhere}/x.css` });
    const styled = add('div', { innerHTML: '<p style="position: fixed">x</p>' }).firstElementChild;
    add('iframe', { src: elsewhere });
    add('iframe', { srcdoc: `<script>parent.${run('frame').slice('globalThis'.length)}</script>` });
    add('object', { data: `${elsewhere}/x` });
    add('embed', { src: `${elsewhere}/x` });
    add('video', { src: `${elsewhere}/x.mp4` });
    const before = document.baseURI;
    add('base', { href: `${elsewhere}/` });
    if (document.baseURI !== before) worked.push('base');
    const form = add('form', { action: elsewhere, method: 'post' });
    form.addEventListener('submit', (event) => event.stopImmediatePropagation());
    form.requestSubmit();

    const settled = async (name: string, tried: () => Promise<unknown>): Promise<void> => {
      try {
        await tried();
        worked.push(name);
      } catch {
        // As it must be.
      }
    };
    await Promise.all([
      settled('fetch', () => fetch(elsewhere, { mode: 'no-cors' })),
      settled('font', () => new FontFace('x', `url(${elsewhere}/x.woff2)`).load()),
      settled('import', () => import(`data:text/javascript,${encodeURIComponent(run('import'))}`) as Promise<unknown>),
      settled('socket', () => new Promise((open, fail) => Object.assign(new WebSocket(elsewhere.replace('https', 'wss')), { onopen: open, onerror: fail }))),
      settled('worker', () => new Promise((come, fail) => Object.assign(new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))), { onmessage: come, onerror: fail }))),
      // In a task of its own: the debugger that runs this function may evaluate text, the page may not.
      settled('evaluated text', () => new Promise((done, fail) => {
        setTimeout(() => {
          try {
            // Asked for on purpose: it must not work.
            // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
            done(new Function('return 1')());
          } catch {
            fail(new Error('refused'));
          }
        });
      })),
    ]);
    const until = Date.now() + 15_000;
    while (Date.now() < until && !refusing.every((directive) => refused.has(directive))) await new Promise((done) => setTimeout(done, 50));
    for (const mark of ['inline script', 'script of data', 'script of a blob', 'handler of an error', 'handler of a click', 'address of a script', 'frame']) if (mark in intruder) worked.push(mark);
    if (getComputedStyle(document.body).outlineWidth === '7px') worked.push('style');
    if (styled !== null && getComputedStyle(styled).position === 'fixed') worked.push('style of an element');
    for (const element of added) element.remove();
    return { refused: [...refused].sort(), worked };
  }, { elsewhere: 'https://elsewhere.example', refusing });
}

/** Each way that `tryToBreakIn` tries is refused by one of them. */
export const REFUSING = [
  'base-uri', 'connect-src', 'font-src', 'form-action', 'frame-src', 'img-src', 'media-src', 'object-src', 'script-src', 'script-src-attr', 'script-src-elem', 'style-src-attr', 'style-src-elem', 'worker-src',
];
