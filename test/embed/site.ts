import { readFileSync } from 'node:fs';
import { servedFiles } from '../../src/cli/embed/files.js';
import { headersOf } from '../../src/cli/embed/headers.js';
import { planEmbed, type EmbedPlan, type Tier } from '../../src/cli/embed/plan.js';
import { embedUrl, snippetOf } from '../../src/cli/embed/snippet.js';
import { site, type Answer, type World } from '../support/world.js';

/** Three origins that know each other; every other origin is a third party. */
export const pageOrigin = site;
export const embedOrigin = 'https://embed.test';
export const mediaOrigin = 'https://media.test';

const built = (name: string) => readFileSync(new URL(`../../dist/embed/${name}`, import.meta.url));

export const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css'
};

/** A plan as the command line makes it, for the three origins by default. */
export const planOf = ({ tier = 'strict' as Tier, media = [mediaOrigin], pages = [pageOrigin] } = {}): EmbedPlan =>
  planEmbed({ tier, origin: `${embedOrigin}/embed/`, media, pages });

export interface Staging {
  readonly plan?: EmbedPlan;
  /** Another script than the one that ships. */
  readonly script?: Uint8Array;
  /** Omits the security policy: everywhere, or in the headers, as on a host that cannot set any. */
  readonly without?: 'policy' | 'headers';
}

/** The generated embed page with its headers, as its host would serve it. */
export function embedSite({ plan = planOf(), script = built('jet-embed.js'), without }: Staging = {}): Record<string, Answer> {
  const headers = Object.fromEntries(
    headersOf(plan)
      .filter(([name]) => !without || name !== 'Content-Security-Policy')
      .map(([name, value]) => [name.toLowerCase(), value])
  );
  const files = Object.entries(servedFiles(plan, { script, style: built('jet-embed.css') }));
  return Object.fromEntries(
    files.map(([name, content]) => {
      const body =
        name === 'index.html' && without === 'policy'
          ? String(content).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
          : content;
      const answer: Answer = { body, type: types[name.split('.').at(-1)!]!, headers };
      return [`${embedOrigin}/embed/${name === 'index.html' ? '' : name}`, answer];
    })
  );
}

export const embedAddress = (parameters: Readonly<Record<string, string>>): string =>
  embedUrl({ url: `${embedOrigin}/embed/`, parameters });

/** A page that contains the pasted snippet; `extra` is further markup. */
export function parentPage(parameters: Readonly<Record<string, string>>, { tier = 'strict' as Tier, extra = '' } = {}): Answer {
  const snippet = snippetOf({ url: `${embedOrigin}/embed/`, tier, title: 'Video: a day on the delta', parameters });
  return {
    type: types['html']!,
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Parent page</title><style>iframe{max-width:640px}</style>${snippet}${extra}</html>`
  };
}

/** The URL of the page with the snippet. */
export const parentAddress = `${pageOrigin}/parent.html`;

/** Origins other than the three that received a request since the last `stage`; `at` says how the browser reaches the three. */
export const thirdParties = ({ hits }: World, at = (origin: string) => origin): string[] => {
  const own = [pageOrigin, embedOrigin, mediaOrigin].map(at);
  return [...new Set(hits.map(({ origin }) => origin))].filter((origin) => !own.includes(origin));
};
