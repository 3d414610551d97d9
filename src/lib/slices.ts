/** Work that can pause at each `yield`. */
export type Slices<Result> = Generator<undefined, Result, undefined>;

/** Number of lines or blocks of text that are processed before a pause; they take a few milliseconds. */
export const sliceLength = 2000;

/** Does the work in slices; other tasks of the page run between them. */
export async function inSlices<Result>(work: Slices<Result>): Promise<Result> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await new Promise((resolve) => setTimeout(resolve));
  }
}
