/**
 * What did not work once is not waited for again: from then on, whatever is asked for under its name is not run.
 * @param {(sentence: string) => void} complain
 */
export function attempts(complain) {
  /** @type {Set<string>} */
  const inVain = new Set();

  /** @template T @param {string} name @param {() => Promise<T>} run @returns {Promise<T | undefined>} undefined where it failed, now or before */
  return async (name, run) => {
    if (inVain.has(name)) return undefined;
    try {
      return await run();
    } catch (error) {
      inVain.add(name);
      complain(`${name}: ${String(error).split('\n')[0]}`);
      return undefined;
    }
  };
}
