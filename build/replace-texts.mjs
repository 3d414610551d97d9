import replace from '@rollup/plugin-replace';

/**
 * Returns Rollup plugins that replace texts in the modules of an engine.
 * @param {Readonly<Record<string, string | boolean>>} values the replacement of each text
 * @param {(text: string) => void} onUnused receives each text that is in none of the modules
 */
export function replaceTexts(values, onUnused) {
  const unusedTexts = new Set(Object.keys(values));
  const finder = {
    name: 'unused-texts',
    transform(code) {
      for (const text of unusedTexts) if (code.includes(text)) unusedTexts.delete(text);
      return null;
    },
    buildEnd(error) {
      if (!error) unusedTexts.forEach(onUnused);
    }
  };
  return [finder, replace({ preventAssignment: true, delimiters: ['', ''], values })];
}
