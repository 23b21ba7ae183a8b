/**
 * Looks up each word once, and so many different ones at most: where more are wrong, none was a slip of the keyboard,
 * and looking for what each may mean would take seconds.
 */
export function atMost<R>(most: number, lookUp: (word: string) => readonly R[]): (word: string) => readonly R[] {
  const found = new Map<string, readonly R[]>();
  return (word) => {
    let results = found.get(word);
    if (results === undefined) {
      results = found.size < most ? lookUp(word) : [];
      found.set(word, results);
    }
    return results;
  };
}
