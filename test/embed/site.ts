import { readFileSync } from 'node:fs';
import { servedFiles } from '../../src/cli/embed/files.js';
import { headersOf } from '../../src/cli/embed/headers.js';
import { planEmbed, type EmbedPlan, type Tier } from '../../src/cli/embed/plan.js';
import { embedUrl, snippetOf } from '../../src/cli/embed/snippet.js';
import { site, type Answer, type World } from '../support/world.js';

/** The origins of the parent page, the embed and the media. Every other origin is a third party. */
export const pageOrigin = site;
export const embedOrigin = 'https://embed.test';
export const mediaOrigin = 'https://media.test';

const readBuiltFile = (name: string) => readFileSync(new URL(`../../dist/embed/${name}`, import.meta.url));

/** Content types by file extension. */
export const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css'
};

/** A plan as the command line creates it, by default for the three origins. */
export const planOf = ({ tier = 'strict' as Tier, media = [mediaOrigin], pages = [pageOrigin] } = {}): EmbedPlan =>
  planEmbed({ tier, origin: `${embedOrigin}/embed/`, media, pages });

/** How the files of the embed differ from the defaults. */
export interface Staging {
  readonly plan?: EmbedPlan;
  /** A script that replaces the published one. */
  readonly script?: Uint8Array;
  /** Omits the security policy: everywhere, or in the headers, as on a host that cannot set any. */
  readonly without?: 'policy' | 'headers';
}

/** The generated files of the embed with their headers, as their host would serve them, by URL. */
export function embedSite({ plan = planOf(), script = readBuiltFile('jet-embed.js'), without }: Staging = {}): Record<string, Answer> {
  const headers = Object.fromEntries(
    headersOf(plan)
      .filter(([name]) => !without || name !== 'Content-Security-Policy')
      .map(([name, value]) => [name.toLowerCase(), value])
  );
  const files = Object.entries(servedFiles(plan, { script, style: readBuiltFile('jet-embed.css') }));
  return Object.fromEntries(
    files.map(([name, content]) => {
      const body =
        name === 'index.html' && without === 'policy'
          ? String(content).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
          : content;
      const answer: Answer = { body, type: contentTypes[name.split('.').at(-1)!]!, headers };
      return [`${embedOrigin}/embed/${name === 'index.html' ? '' : name}`, answer];
    })
  );
}

/** The URL of the embed with these parameters. */
export const embedUrlOf = (parameters: Readonly<Record<string, string>>): string => embedUrl({ url: `${embedOrigin}/embed/`, parameters });

/** A parent page, which contains the generated snippet; `extra` is further markup. */
export function parentPage(parameters: Readonly<Record<string, string>>, { tier = 'strict' as Tier, extra = '' } = {}): Answer {
  const snippet = snippetOf({ url: `${embedOrigin}/embed/`, tier, title: 'Video: a day on the delta', parameters });
  return {
    type: contentTypes['html']!,
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Parent page</title><style>iframe{max-width:640px}</style>${snippet}${extra}</html>`
  };
}

/** The URL of the parent page. */
export const parentUrl = `${pageOrigin}/parent.html`;

/**
 * The third parties that received a request since the last `stage`. `originInBrowser` maps each of the three origins to the origin by
 * which the browser reaches it.
 */
export const thirdParties = ({ hits }: World, originInBrowser = (origin: string) => origin): string[] => {
  const ownOrigins = [pageOrigin, embedOrigin, mediaOrigin].map(originInBrowser);
  return [...new Set(hits.map(({ origin }) => origin))].filter((origin) => !ownOrigins.includes(origin));
};
