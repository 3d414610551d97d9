import { readAttributes } from '../../../policy/attribute-list.js';
import { PlayerError } from '../../error.js';

/** The values of `EXT-X-DEFINE` by name. */
export type Variables = ReadonlyMap<string, string>;

const definition = '#EXT-X-DEFINE:';
const linePattern = /[^\r\n]+/g;
const reference = /\{\$([\w-]+)\}/g;

/** Maximum number of characters that variables may add to a playlist, so that a short text cannot become a huge one. */
const maxInserted = 16 * 1024 * 1024;

/**
 * Replaces the variables of a playlist (RFC 8216bis, 4.3), in time linear in the length of the result; hls.js is built without them.
 * `imported` are the variables of the multivariant playlist. Throws a `PlayerError` when a variable is not defined, and when one is taken
 * from the query of the playlist's URL, because that can put an identifier of the viewer into every request.
 */
export function replaceVariables(playlist: string, imported: Variables = new Map()): { playlist: string; variables: Variables } {
  const variables = new Map<string, string>();
  if (!playlist.includes(definition)) return { playlist, variables };
  let inserted = 0;
  const valueOf = (definitions: Variables, name: string): string => {
    const value = definitions.get(name);
    if (value === undefined) throw new PlayerError('manifest/malformed', `The playlist does not define its variable ${name.slice(0, 40)}.`);
    if ((inserted += value.length) > maxInserted)
      throw new PlayerError('manifest/too-large', 'The variables of the playlist are too long.');
    return value;
  };
  const replaced = playlist.replace(linePattern, (text) => {
    if (!text.startsWith(definition)) return text.replace(reference, (_, name: string) => valueOf(variables, name));
    const { NAME, VALUE = '', IMPORT, QUERYPARAM } = readAttributes(text.slice(definition.length));
    if (QUERYPARAM !== undefined)
      throw new PlayerError(
        'source/unsupported',
        'The playlist takes a variable from the query of its URL (EXT-X-DEFINE with QUERYPARAM), which can identify the viewer.'
      );
    const name = IMPORT ?? NAME ?? '';
    if (!variables.has(name)) variables.set(name, IMPORT === undefined ? VALUE : valueOf(imported, name));
    return text;
  });
  return { playlist: replaced, variables };
}
