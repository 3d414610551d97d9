import { readAttributes } from '../../../policy/attribute-list.js';
import { PlayerError } from '../../error.js';

/** The values of `EXT-X-DEFINE` by name. */
export type Variables = ReadonlyMap<string, string>;

const definition = '#EXT-X-DEFINE:';
const linePattern = /[^\r\n]+/g;
const reference = /\{\$([\w-]+)\}/g;

/** Maximum number of characters that variables may add to a playlist, so that a short text cannot become a huge one. */
const maxInserted = 16 * 1024 * 1024;

const malformed = (message: string): PlayerError => new PlayerError('manifest/malformed', message);

/** Returns a name as a message may quote it. */
const shortened = (name: string): string => name.slice(0, 40);

/** Returns the source of a variable: its name, and its own or an imported value. */
function readDefinition(list: string): { readonly name: string; readonly value?: string } {
  const { NAME, VALUE, IMPORT, QUERYPARAM } = readAttributes(list);
  if (QUERYPARAM !== undefined)
    throw new PlayerError(
      'source/unsupported',
      'The playlist takes a variable from the query of its URL (EXT-X-DEFINE with QUERYPARAM), which can identify the viewer.'
    );
  if (NAME !== undefined && IMPORT !== undefined)
    throw malformed(`The playlist both defines and imports a variable in one tag (EXT-X-DEFINE): ${shortened(NAME)}.`);
  if (IMPORT !== undefined) return { name: IMPORT };
  if (NAME === undefined) throw malformed('The playlist defines a variable without a name (EXT-X-DEFINE).');
  if (VALUE === undefined) throw malformed(`The playlist defines its variable ${shortened(NAME)} without a value (EXT-X-DEFINE).`);
  return { name: NAME, value: VALUE };
}

/**
 * Replaces the variables of a playlist (RFC 8216bis, 4.3 and 4.4.2.3), in time linear in the length of the result; hls.js is built without
 * them. The value of a definition may refer to earlier definitions. `imported` are the variables of the multivariant playlist. Throws a
 * `PlayerError`: `manifest/malformed` when a variable is not defined, defined twice or incompletely, `manifest/too-large` when the values
 * are too long, and `source/unsupported` when a variable is taken from the query of the playlist's URL, because that can put an identifier
 * of the viewer into every request.
 */
export function replaceVariables(playlist: string, imported: Variables = new Map()): { playlist: string; variables: Variables } {
  const variables = new Map<string, string>();
  if (!playlist.includes(definition)) return { playlist, variables };
  let inserted = 0;
  const valueOf = (definitions: Variables, name: string): string => {
    const value = definitions.get(name);
    if (value === undefined) throw malformed(`The playlist does not define its variable ${shortened(name)}.`);
    if ((inserted += value.length) > maxInserted)
      throw new PlayerError('manifest/too-large', 'The variables of the playlist are too long.');
    return value;
  };
  const substitute = (text: string): string => text.replace(reference, (_, name: string) => valueOf(variables, name));
  const replaced = playlist.replace(linePattern, (text) => {
    if (!text.startsWith(definition)) return substitute(text);
    const { name, value } = readDefinition(text.slice(definition.length));
    if (variables.has(name)) throw malformed(`The playlist defines its variable ${shortened(name)} twice (EXT-X-DEFINE).`);
    variables.set(name, value === undefined ? valueOf(imported, name) : substitute(value));
    return text;
  });
  return { playlist: replaced, variables };
}
