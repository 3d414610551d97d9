/**
 * Predicts whether a step still fits into a limit of time. The expected minutes are those of a slow machine; how long the finished steps
 * took says how much faster or slower this machine is.
 * @param {number} limit in minutes from now on
 */
export function startTimeLimit(limit, now = () => Date.now() / 60_000) {
  const start = now();
  const done = { expected: 0, taken: 0 };
  return {
    /**
     * Whether a step that starts now would end within the limit.
     * @param {number} expectedMinutes
     */
    fits(expectedMinutes) {
      const pace = done.expected > 0 ? done.taken / done.expected : 1;
      return now() - start + expectedMinutes * pace <= limit;
    },
    /**
     * Records how long a finished step took.
     * @param {number} expectedMinutes @param {number} takenMinutes
     */
    record(expectedMinutes, takenMinutes) {
      done.expected += expectedMinutes;
      done.taken += takenMinutes;
    }
  };
}
