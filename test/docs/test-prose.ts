import ts from 'typescript';

/** The functions that register tests; `unless(reason)` returns one. */
const registering = new Set(['it', 'test', 'describe', 'unless', 'itWithKeys']);

/** The identifier with which a callee begins: `it` in `it.each(rows)`. */
function rootOf(callee: ts.Expression): string {
  let at = callee;
  while (ts.isCallExpression(at) || ts.isPropertyAccessExpression(at)) at = at.expression;
  return ts.isIdentifier(at) ? at.text : '';
}

/** The literal texts of a title, without the expressions in a template. */
function titleNodes(node: ts.Node | undefined): readonly ts.Node[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node];
  if (ts.isTemplateExpression(node)) return [node.head, ...node.templateSpans.map(({ literal }) => literal)];
  // The rows of `it.each`: a row is its title, or a list that begins with it.
  if (ts.isAsExpression(node)) return titleNodes(node.expression);
  if (ts.isArrayLiteralExpression(node))
    return node.elements.flatMap((row) => titleNodes(ts.isArrayLiteralExpression(row) ? row.elements[0] : row));
  return [];
}

/** The comments of a test file and the titles of its tests, on their own lines; every other character is a space. */
export function proseOfTests(text: string): string {
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true);
  const kept: (readonly [start: number, end: number])[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && registering.has(rootOf(node.expression)))
      kept.push(...titleNodes(node.arguments[0]).map((title) => [title.getStart(), title.end] as const));
    const ranges = [ts.getLeadingCommentRanges(text, node.pos), ts.getTrailingCommentRanges(text, node.end)];
    // Comments before a closing bracket belong to no node: they follow the last one in it.
    ranges.push(ts.getLeadingCommentRanges(text, node.end));
    kept.push(...ranges.flatMap((comments = []) => comments.map(({ pos, end }) => [pos, end] as const)));
    ts.forEachChild(node, visit);
  };
  visit(file);
  const prose = Array.from(text.replace(/[^\n]/g, ' '));
  for (const [start, end] of kept) for (let at = start; at < end; at++) prose[at] = text[at]!;
  return prose.join('');
}
