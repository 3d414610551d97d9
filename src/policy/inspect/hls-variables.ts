import type { HlsItem } from './hls-item.js';

/** The values of `EXT-X-DEFINE` by name. */
export type Variables = ReadonlyMap<string, string>;

/** Maximum length of a variable, and of everything that variables insert into one text; a host name is shorter. */
const maxVariableLength = 1024;

const reference = /\{\$([\w-]+)\}/g;

/** Replaces references to variables, as long as the text that they insert is short. */
function substitute(text: string, variables: Variables): string {
  if (variables.size === 0 || !text.includes('{$')) return text;
  let remainingLength = maxVariableLength;
  return text.replace(reference, (match, name: string) => {
    const value = remainingLength > 0 ? variables.get(name) : undefined;
    remainingLength -= value?.length ?? 0;
    return value ?? match;
  });
}

export function withVariables(item: HlsItem, variables: Variables): HlsItem {
  if (variables.size === 0) return item;
  // Without a prototype, because a manifest chooses the names.
  const attributes = Object.create(null) as Record<string, string>;
  for (const [name, value = ''] of Object.entries(item.attributes)) attributes[name] = substitute(value, variables);
  return { ...item, attributes, ...(item.uri !== undefined && { uri: substitute(item.uri, variables) }) };
}

/** Adds a variable: defined, taken from the query of the playlist's URL, or imported. As in hls.js, the first value of a name counts. */
export function define(variables: Map<string, string>, { attributes }: HlsItem, playlistUrl: URL, imported: Variables): void {
  const { NAME, VALUE = '', QUERYPARAM, IMPORT } = attributes;
  const name = QUERYPARAM ?? IMPORT ?? NAME ?? '';
  const value = QUERYPARAM !== undefined ? playlistUrl.searchParams.get(name) : IMPORT !== undefined ? imported.get(name) : VALUE;
  if (value != null && !variables.has(name))
    variables.set(name, substitute(value.slice(0, maxVariableLength), variables).slice(0, maxVariableLength));
}
