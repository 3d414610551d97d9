import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { marked, type Token, type Tokens } from 'marked';
import { slugOf } from '../../demo/render/markdown.mjs';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** One fenced sample of a document. */
export interface Sample {
  /** The file and the number of the sample: `docs/csp.md, sample 3`. */
  readonly name: string;
  readonly language: string;
  /** Words after the language; `before` marks markup of another player, which is shown and not run. */
  readonly marks: readonly string[];
  readonly code: string;
}

export interface Document {
  /** The path from the root of the repository. */
  readonly file: string;
  readonly samples: readonly Sample[];
  /** URLs of links and images. */
  readonly links: readonly string[];
  readonly anchors: ReadonlySet<string>;
}

/** Elements that may contain further tokens: text, a list, a table. */
interface TokenContainer {
  readonly tokens?: readonly Token[];
  readonly items?: readonly Token[];
  readonly header?: readonly { readonly tokens: readonly Token[] }[];
  readonly rows?: readonly (readonly { readonly tokens: readonly Token[] }[])[];
}

/** Yields every token of a document, nested ones included. */
function* walk(nodes: readonly Token[]): Generator<Token> {
  for (const token of nodes) {
    yield token;
    const { tokens = [], items = [], header = [], rows = [] } = token as TokenContainer;
    yield* walk([...tokens, ...items]);
    for (const cell of [...header, ...rows.flat()]) yield* walk(cell.tokens);
  }
}

export function readDocument(file: string, text = readFileSync(join(root, file), 'utf8')): Document {
  const tokens = [...walk(marked.lexer(text))];
  const fences = tokens.filter((token): token is Tokens.Code => token.type === 'code');
  const samples = fences.map(({ lang = '', text: code }, index) => {
    const [language = '', ...marks] = lang.split(/\s+/);
    return { name: `${file}, sample ${index + 1}`, language, marks, code };
  });
  const links = tokens.filter((token): token is Tokens.Link => token.type === 'link' || token.type === 'image').map(({ href }) => href);
  const headings = tokens.filter((token): token is Tokens.Heading => token.type === 'heading');
  return { file, samples, links, anchors: new Set(headings.map(({ text: heading }) => slugOf(heading.replace(/[`*]/g, '')))) };
}

const docsFiles = readdirSync(join(root, 'docs'), { recursive: true }) as string[];

/** Every document for readers. */
export const documents: readonly Document[] = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...docsFiles.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)
]
  .sort()
  .map((file) => readDocument(file));

export const samples: readonly Sample[] = documents.flatMap((document) => document.samples);
