import ts from 'typescript';

/** The functions that register tests; `unless(reason)` returns one. */
const registeringFunctions = new Set(['it', 'test', 'describe', 'unless', 'itWithKeys']);

/** Returns the identifier with which a callee begins: `it` in `it.each(rows)`. */
function rootOf(callee: ts.Expression): string {
  let node = callee;
  while (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) node = node.expression;
  return ts.isIdentifier(node) ? node.text : '';
}

/** Returns the literal texts of a title, without the expressions in a template. */
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

/** Returns the comments of a test file and the titles of its tests, on their own lines; every other character is a space. */
export function proseOfTests(text: string): string {
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true);
  const proseRanges: (readonly [start: number, end: number])[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && registeringFunctions.has(rootOf(node.expression)))
      proseRanges.push(...titleNodes(node.arguments[0]).map((title) => [title.getStart(), title.end] as const));
    const ranges = [ts.getLeadingCommentRanges(text, node.pos), ts.getTrailingCommentRanges(text, node.end)];
    // Comments before a closing bracket belong to no node: they follow the last one in it.
    ranges.push(ts.getLeadingCommentRanges(text, node.end));
    proseRanges.push(...ranges.flatMap((comments = []) => comments.map(({ pos, end }) => [pos, end] as const)));
    ts.forEachChild(node, visit);
  };
  visit(file);
  const prose = Array.from(text.replace(/[^\n]/g, ' '));
  for (const [start, end] of proseRanges) for (let index = start; index < end; index++) prose[index] = text[index]!;
  return prose.join('');
}
