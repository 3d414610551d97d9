import { ownValue } from '../../lib/own.js';
import { parseIntegrity } from './integrity.js';
import { failed, names, passed, type Release, type Result } from './release.js';

/** Compares the hashes in the markup of a release with those of `integrity.json`. */
export function checkSnippets({ version, files }: Release): readonly Result[] {
  const markup = new TextDecoder().decode(files.get(names.snippets));
  const integrity = parseIntegrity(files.get(names.integrity) ?? new Uint8Array());
  const scripts = markup.match(/<(?:script|link) [^<>]*>/g) ?? [];
  const folder = `/jet-player-${version}/`;
  const wrong = scripts.filter((tag) => {
    const [, url = ''] = / (?:src|href)="([^"]*)"/.exec(tag) ?? [];
    const [, hash] = / integrity="([^"]*)"/.exec(tag) ?? [];
    return !url.startsWith(folder) || !hash || ownValue(integrity?.files ?? {}, url.slice(folder.length)) !== hash;
  });
  if (scripts.length === 0) return [failed(names.snippets, 'names no script')];
  return wrong.length > 0
    ? wrong.map((tag) => failed(names.snippets, `has a hash that is not in ${names.integrity}: ${tag}`))
    : [passed(names.snippets, `${scripts.length} scripts with their hashes`)];
}
