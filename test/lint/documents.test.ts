import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Every page that people read, relative to the repository. */
const PAGES = ['.', 'docs', 'docs/findings'].flatMap((folder) => {
  return readdirSync(join(root, folder)).filter((name) => name.endsWith('.md')).map((name) => (folder === '.' ? name : `${folder}/${name}`));
});

/** As GitHub makes them of a page's headings. */
function anchorsOf(page: string): ReadonlySet<string> {
  const headings = [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
  return new Set(headings.map((heading) => heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-')));
}

/** What a page links to, code aside: `](target)`. */
function linksOf(page: string): readonly string[] {
  const prose = read(page).replace(/^```.*?^```$/gms, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link).filter((link) => !link.includes('://'));
}

describe('The pages', () => {
  it.each(PAGES)('%s links to files and headings that are there', (page) => {
    const dead = linksOf(page).filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : join(dirname(page), path);
      return !existsSync(join(root, target)) || (anchor !== undefined && !anchorsOf(target).has(anchor));
    });
    expect(dead).toEqual([]);
  });

  it('are more than a few, with many links', () => {
    expect(PAGES).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/findings/yaml-syntax.md']));
    expect(PAGES.flatMap(linksOf).length).toBeGreaterThan(200);
  });
});

describe('The rooms in docs/architecture.md', () => {
  const page = read('docs/architecture.md');
  const rows = [...page.matchAll(/^\| `(.+?) \| (.+) \| .+ \|$/gm)].map(([, folders = '', what = '']) => ({ folders, what }));

  it('are all that there are', () => {
    const server = readdirSync(join(root, 'server/src'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const named = rows.flatMap(({ folders }) => [...folders.matchAll(/[a-z/]+/gi)].map(([name]) => name.replace('server/src/', '')));
    expect(named).toEqual(expect.arrayContaining([...server, 'server/data', 'client/src', 'client/view', 'scripts', 'test']));
    expect(named.filter((name) => ![name, `server/src/${name}`].some((path) => existsSync(join(root, path))))).toEqual([]);
  });

  it('have the files and folders that it names', () => {
    for (const { folders, what } of rows) {
      const room = /^[a-z/]+/i.exec(folders)?.[0] ?? '';
      const files = readdirSync(join(root, room), { recursive: true, encoding: 'utf8' });
      const named = [...what.matchAll(/`([\w.]+\/|\w+\.tsx?)`/g)].map(([, name = '']) => name.replace(/\/$/, ''));
      expect([room, named.filter((name) => !files.includes(name))]).toEqual([room, []]);
    }
  });
});
