/** A request, as far as the generated configurations look at it. Absent headers are ''. */
export interface MediaRequest {
  readonly site: string;
  readonly origin: string;
}

/** Returns the text between two others, or throws if the configuration does not have it. */
function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start);
  const to = text.indexOf(end, from + start.length);
  if (from < 0 || to < 0) throw new Error(`the configuration has no ${start}`);
  return text.slice(from + start.length, to);
}

/**
 * Evaluates a `map` of nginx or Caddy: the first pattern that matches decides, otherwise the default. Both write a pattern as `"~pattern"`.
 */
export function evaluateMap(block: string, source: string): string {
  const entries = [...block.matchAll(/^\s*(?:"~(.*)"|default) "?([^";]+)"?;?$/gm)].map(([, pattern, value = '']) => ({ pattern, value }));
  const match = entries.find(({ pattern }) => pattern !== undefined && new RegExp(pattern).test(source));
  return (match ?? entries.find(({ pattern }) => pattern === undefined))!.value;
}

/** Returns the content of the map that sets a variable. */
export const mapOf = (text: string, variable: string): string => between(text, `${variable} {\n`, '\n}');

/** Whether the configuration for nginx refuses a request. */
export const nginxRefuses = (text: string, { site, origin }: MediaRequest): boolean =>
  evaluateMap(mapOf(text, '$jet_media_refused'), `${site} ${origin}`) === '1';

/** Whether the configuration for Apache refuses a request. */
export function apacheRefuses(text: string, { site, origin }: MediaRequest): boolean {
  const condition = between(text, '<If "', '">\n    Require all denied');
  const patternFor = (name: string) => /m#(.*?)#/.exec(condition.split(`!(req('${name}') =~ `)[1] ?? '')?.[1];
  return refuses(patternFor('Sec-Fetch-Site'), patternFor('Origin'), { site, origin });
}

/** Whether the Caddyfile refuses a request. */
export function caddyRefuses(text: string, { site, origin }: MediaRequest): boolean {
  const matcher = between(text, '@jetMediaRefused {\n', '\n}');
  const patternFor = (name: string) => /`(.*?)`/.exec(matcher.split(`not header_regexp ${name} `)[1] ?? '')?.[1];
  return refuses(patternFor('Sec-Fetch-Site'), patternFor('Origin'), { site, origin });
}

function refuses(sitePattern: string | undefined, originPattern: string | undefined, { site, origin }: MediaRequest): boolean {
  if (sitePattern === undefined) throw new Error('the configuration does not look at Sec-Fetch-Site');
  const isOther = site !== '' && !new RegExp(sitePattern).test(site);
  return isOther && !(originPattern !== undefined && new RegExp(originPattern).test(origin));
}
