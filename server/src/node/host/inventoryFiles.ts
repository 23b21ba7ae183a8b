import type { LoadedYear } from '../../inventory/loadedYear.ts';
import { loadMeasuresData } from '../../inventory/loadMeasuresData.ts';
import { readOrdinaryFile, UnreadableError } from './ordinaryFile.ts';

/** CMS's own have less than a tenth of that. */
const MOST_BYTES = 32 * 1024 * 1024;

/** One of the files that the user wants loaded. */
export interface InventoryFile {
  /** As the user wrote it; messages name it so. */
  readonly name: string;
  /** Absolute, or relative to the process. */
  readonly path: string;
}

export interface LoadedInventoryFiles {
  /** In the order of the files. */
  readonly loaded: readonly LoadedYear[];
  /** One sentence for each thing wrong, with file and place. */
  readonly errors: readonly string[];
  /** What a person should know though nothing is wrong. */
  readonly notes: readonly string[];
}

/** Reads CMS's `measures-data.json` files. What is wrong with one is said and leaves the others as they are. */
export async function loadInventoryFiles(files: readonly InventoryFile[]): Promise<LoadedInventoryFiles> {
  const results = await Promise.all(files.map(loadInventoryFile));
  return {
    loaded: results.flatMap(({ loaded }) => loaded),
    errors: results.flatMap(({ errors }) => errors),
    notes: results.flatMap(({ notes }) => notes),
  };
}

async function loadInventoryFile({ name, path }: InventoryFile): Promise<LoadedInventoryFiles> {
  let text: string;
  try {
    const bytes = await readOrdinaryFile(path, MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) throw new UnreadableError('is too large to be read');
    text = bytes.toString('utf8');
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return { loaded: [], errors: [`${name}: ${error.message}`], notes: [] };
  }
  const { loaded, errors, notes } = loadMeasuresData(text, name);
  return { loaded: loaded === null ? [] : [loaded], errors, notes };
}
