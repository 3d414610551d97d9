import { checkSync } from 'recheck';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { sources } from './sources.js';

/** Patterns that may take more than linear time, or whose analysis does not finish, each with the reason why it is accepted. */
const reviewedPatterns: Readonly<Record<string, string>> = {
  '/[\\w-]*$/': 'It reads 16 characters (src/media/engines/realm/style.ts).',
  '/\\(?([^\\s()]+:\\d+:\\d+)\\)?$/': 'Audit: a line of a stack trace, which the browser writes.',
  '/^(?:[a-z_]+\\/)*(https?:\\/\\/[^\\s<]+) <(https?:\\/\\/[^\\s>]+)[^>]*>/': 'Audit: a line of the net log, which the browser writes.'
};

/** Files that build one pattern each at run time, with the reason why it is accepted. */
const reviewedFiles: Readonly<Record<string, string>> = {
  'lib/well-formed-xml.ts': 'Its parts are constants; test/promises/linear/own.test.ts measures the whole with its worst input.'
};

const searchMethods = new Set(['match', 'matchAll', 'search']);

/** Whether `RegExp` is used as a value here: called, with or without `new`, or passed on. */
const isRegExpValue = (node: ts.Node): boolean => ts.isIdentifier(node) && node.text === 'RegExp' && !ts.isTypeReferenceNode(node.parent);

/** Whether a string is searched with a string, from which JavaScript builds a pattern. */
const isSearchWithString = (node: ts.Node): boolean =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  searchMethods.has(node.expression.name.text) &&
  node.arguments.some((argument) => ts.isStringLiteralLike(argument) || ts.isTemplateExpression(argument));

/** Returns the expressions of a file that build a pattern from a string at run time. */
function builtPatternsOf(path: string, text: string): string[] {
  const expressions: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isRegExpValue(node) || isSearchWithString(node)) expressions.push(node.parent.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return expressions;
}

/** Returns the pattern literals of a file that contain an unbounded repetition. */
function patternsOf(path: string, text: string): string[] {
  const literals: string[] = [];
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) literals.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return literals.filter((pattern) => /[*+]|\{\d+,\}/.test(pattern));
}

/** Milliseconds after which an analysis counts as unfinished: many times what it needs, because the processors may be busy. */
const timeoutMs = 100_000;

/** Returns why a pattern is not known to take at most linear time for every string, or undefined if it is. */
function problemOf(literal: string): string | undefined {
  const end = literal.lastIndexOf('/');
  // The analysis tries random strings on patterns with a lookaround. Two runs try the same ones with the same seed, and without limits of
  // time for its parts, which a busy machine would exceed. Limits of characters remain.
  const unlimited = { seedingTimeout: null, incubationTimeout: null, attackTimeout: null };
  const analysis = checkSync(literal.slice(1, end), literal.slice(end + 1), { timeout: timeoutMs, randomSeed: 1, ...unlimited });
  if (analysis.status === 'safe') return undefined;
  return analysis.status === 'vulnerable' ? `slow for ${analysis.attack.pattern}` : `not analysed: ${JSON.stringify(analysis.error)}`;
}

/** Returns the names of a list that are not used. */
const namesWithoutUse = (list: Readonly<Record<string, string>>, usedNames: readonly string[]): string[] =>
  Object.keys(list).filter((name) => !usedNames.includes(name));

const patterns = [...new Set(sources.flatMap(({ path, text }) => patternsOf(path, text)))];

describe('regular expressions', () => {
  it.each(patterns.filter((pattern) => !(pattern in reviewedPatterns)))('take linear time: %s', { timeout: 2 * timeoutMs }, (pattern) =>
    expect(problemOf(pattern)).toBeUndefined()
  );

  it('are in use if they are listed as reviewed', () => {
    expect(namesWithoutUse(reviewedPatterns, patterns)).toEqual([]);
  });

  it('are built at run time in reviewed files only', () => {
    const counts = Object.fromEntries(
      sources.map(({ path, text }) => [path, builtPatternsOf(path, text).length]).filter(([, count]) => count !== 0)
    );
    expect(counts).toEqual(Object.fromEntries(Object.keys(reviewedFiles).map((path) => [path, 1])));
  });

  it('canary: builtPatternsOf() finds a pattern that is built at run time, and namesWithoutUse() one that no longer exists', () => {
    const texts = [
      'new RegExp(a)',
      'RegExp(`${a}+`)',
      'new globalThis.RegExp(a)',
      'const R = RegExp;',
      'a.match("b+")',
      'a.search(`${b}`)'
    ];
    expect(texts.map((text) => builtPatternsOf('a.ts', text).length)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(['const a: RegExp = /b+/;', 'a.match(/b+/)', 'a.includes("b+")'].flatMap((text) => builtPatternsOf('a.ts', text))).toEqual([]);
    expect(namesWithoutUse({ '/a+/': '', '/b+/': '' }, ['/a+/'])).toEqual(['/b+/']);
  });

  it('canary: problemOf() returns a string for which a pattern takes quadratic time', { timeout: 2 * timeoutMs }, () => {
    const problems = ['/a+b/', '/\\{\\\\[^}]*\\}/g', '/(a*)*b/', '/\\s+$/'].map(problemOf);
    expect(problems).toEqual(Array<unknown>(4).fill(expect.stringMatching(/^slow for /)));
    expect(['/^a+b/', '/(?<!a)a+b/', '/<[^<>]*>/g'].map(problemOf)).toEqual(Array<undefined>(3).fill(undefined));
  });
});
