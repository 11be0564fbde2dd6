import type { SourceFile } from './source-file.ts';

/**
 * Files that take from each other in a loop, types included, each loop as the paths on it: what belongs together has
 * to be read together, so a loop means that something stands in the wrong file. Left out are imports by package name,
 * because parts of the house take from each other in one direction only, and what is loaded on demand: a page may list
 * the pages that the router loads it among.
 */
export function circlesIn(files: readonly SourceFile[]): string[][] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const circles: string[][] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const follow = (path: string) => {
    const at = way.indexOf(path);
    if (at !== -1) circles.push([...way.slice(at), path]);
    if (at !== -1 || done.has(path)) return;
    way.push(path);
    for (const { path: taken, onDemand } of byPath.get(path)?.imports ?? [])
      if (taken !== undefined && !onDemand && byPath.has(taken)) follow(taken);
    way.pop();
    done.add(path);
  };
  for (const { path } of files) follow(path);
  return circles;
}
