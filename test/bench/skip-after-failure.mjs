/**
 * Returns a function that runs named measurements. After one has failed, those with the same name are not run, because each would wait
 * until its timeout.
 * @param {(sentence: string) => void} report
 */
export function skipAfterFailure(report) {
  /** @type {Set<string>} */
  const failedNames = new Set();

  /**
   * @template T
   * @param {string} name
   * @param {() => Promise<T>} run
   * @returns {Promise<T | undefined>} undefined if it has failed, now or earlier
   */
  return async (name, run) => {
    if (failedNames.has(name)) return undefined;
    try {
      return await run();
    } catch (error) {
      failedNames.add(name);
      report(`${name}: ${String(error).split('\n')[0]}`);
      return undefined;
    }
  };
}
