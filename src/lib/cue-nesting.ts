/** Maximum depth of the tags in a cue; a browser draws deeper ones in more than linear time. */
const deepest = 32;

const tag = /<(\/?)([a-z]*)(?![a-z])[^<>]*>/g;
/** The tags of WebVTT that contain text (WebVTT, 6.4). */
const names = new Set(['b', 'c', 'i', 'lang', 'rt', 'ruby', 'u', 'v']);

/** Removes the tags of a WebVTT cue that are more than 32 deep, and end tags that end nothing; its text stays. */
export function limitNesting(cueText: string): string {
  const open: string[] = [];
  return cueText.replace(tag, (whole, slash: string, name: string) => {
    if (!names.has(name)) return whole;
    if (slash === '') return open.push(name) > deepest ? '' : whole;
    // An end tag of `ruby` ends the `rt` in it too.
    if (name === 'ruby' && open.at(-1) === 'rt') open.pop();
    if (open.at(-1) !== name) return '';
    open.pop();
    return open.length < deepest ? whole : '';
  });
}
