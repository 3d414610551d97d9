/** The imports of each file, by its path. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/**
 * The groups of files that reach each other by imports, each sorted; a file that imports itself is a group of one. They are the strongly
 * connected components of the graph, found by Tarjan's algorithm (https://doi.org/10.1137/0201010).
 */
export function loopsIn(graph: ImportGraph): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const loops: string[][] = [];

  const visit = (path: string): void => {
    order.set(path, order.size);
    lowest.set(path, order.get(path)!);
    stack.push(path);
    const targets = (graph.get(path) ?? []).filter((target) => graph.has(target));
    for (const target of targets) {
      if (!order.has(target)) visit(target);
      if (stack.includes(target)) lowest.set(path, Math.min(lowest.get(path)!, lowest.get(target)!));
    }
    if (lowest.get(path) !== order.get(path)) return;
    const group = stack.splice(stack.indexOf(path));
    if (group.length > 1 || targets.includes(path)) loops.push(group.sort());
  };

  for (const path of graph.keys()) if (!order.has(path)) visit(path);
  return loops;
}
