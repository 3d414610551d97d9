/** Maximum depth of the tags in a cue; a browser renders deeper ones in more than linear time. */
const maxDepth = 32;

const tag = /<[^<>]*>/g;
const startOfTag = /^<(\/?)([a-z]*)/;
/** The tags of WebVTT that contain text (WebVTT, 6.4). */
const containerTags = new Set(['b', 'c', 'i', 'lang', 'rt', 'ruby', 'u', 'v']);

/** Removes the tags of a WebVTT cue that are more than 32 deep, and end tags that end nothing; its text stays. */
export function limitNesting(cueText: string): string {
  const openTags: string[] = [];
  return cueText.replace(tag, (tagText) => {
    const [, slash = '', name = ''] = startOfTag.exec(tagText) ?? [];
    if (!containerTags.has(name)) return tagText;
    if (slash === '') return openTags.push(name) > maxDepth ? '' : tagText;
    // An end tag of `ruby` ends the `rt` in it too.
    if (name === 'ruby' && openTags.at(-1) === 'rt') openTags.pop();
    if (openTags.at(-1) !== name) return '';
    openTags.pop();
    return openTags.length < maxDepth ? tagText : '';
  });
}
