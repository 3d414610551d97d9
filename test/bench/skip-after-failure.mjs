/**
 * Returns a function that runs named measurements. If one has failed, later ones with the same name are not run, because each would wait until
 * it times out.
 * @param {(sentence: string) => void} report
 */
export function skipAfterFailure(report) {
  /** @type {Set<string>} */
  const failed = new Set();

  /** @template T @param {string} name @param {() => Promise<T>} run @returns {Promise<T | undefined>} undefined if it has failed, now or before */
  return async (name, run) => {
    if (failed.has(name)) return undefined;
    try {
      return await run();
    } catch (error) {
      failed.add(name);
      report(`${name}: ${String(error).split('\n')[0]}`);
      return undefined;
    }
  };
}
