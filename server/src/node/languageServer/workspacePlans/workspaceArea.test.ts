import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import { WorkspaceArea } from './workspaceArea.ts';

const [north, south] = [resolve('/plans/north'), resolve('/plans/south')];

describe('the area of a workspace', () => {
  it('is what lies below its folders, but not what is nobody’s own', () => {
    const area = new WorkspaceArea([north]);
    expect(area.holds(join(north, 'sub', 'a.mips.yaml'))).toBe(true);
    for (const outside of [north, `${north}-east/a.mips.yaml`, join(south, 'a.mips.yaml'), join(north, 'node_modules', 'a.mips.yaml'), join(north, '.git', 'x', 'a.mips.yaml')]) {
      expect(area.holds(outside), outside).toBe(false);
    }
  });

  it('is every plan that is open where there is no folder here, but not those that have no file yet', () => {
    const area = new WorkspaceArea([]);
    expect(area.holds('vscode-vfs://github/a.mips.yaml')).toBe(true);
    expect(area.holds('untitled:Untitled-1')).toBe(false);
  });

  it('calls files by their way from the folder, with its name where there are several', () => {
    const file = join(north, 'sub', 'a b.mips.yaml');
    const uri = URI.file(file).toString();
    expect(new WorkspaceArea([north]).namesOf(file)).toEqual({ uri, path: 'sub/a b.mips.yaml' });
    expect(new WorkspaceArea([south, north]).namesOf(file, 'file:///as/the/client/has/it')).toEqual({ uri: 'file:///as/the/client/has/it', path: 'north/sub/a b.mips.yaml' });
    expect(new WorkspaceArea([]).namesOf('x', 'vscode-vfs://github/me/a.mips.yaml').path).toBe('a.mips.yaml');
  });

  it('knows a file by one key', () => {
    expect(WorkspaceArea.keyOf('file:///plans/a%20%281%29.mips.yaml')).toBe(WorkspaceArea.keyOf('file:///plans/a%20(1).mips.yaml'));
    expect(WorkspaceArea.keyOf('untitled:Untitled-1')).toBe('untitled:Untitled-1');
  });
});
