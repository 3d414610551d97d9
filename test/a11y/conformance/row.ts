import { tests, type TestName } from './tests.js';

/** One requirement, what shows that it is met, and what is known not to be. */
export interface Row {
  /** The number of the success criterion or the clause. */
  readonly clause: string;
  readonly title: string;
  readonly level?: 'A' | 'AA';
  readonly shownBy?: readonly TestName[];
  /** What is missing in part, or has not been shown. */
  readonly hole?: string;
  /** What is known not to be met. */
  readonly unmet?: string;
  /** Why it does not concern a player. */
  readonly notApplicable?: string;
}

export type Verdict = 'Supports' | 'Partially supports' | 'Does not support' | 'Not shown' | 'Not applicable' | 'Fails';

/** Which of a row's tests did not pass. */
export type Failing = (test: TestName) => boolean;

export function verdictOf({ shownBy = [], hole, unmet, notApplicable }: Row, fails: Failing): Verdict {
  if (notApplicable) return 'Not applicable';
  if (unmet) return 'Does not support';
  if (shownBy.some(fails)) return 'Fails';
  if (shownBy.length === 0) return 'Not shown';
  return hole ? 'Partially supports' : 'Supports';
}

/** The test as a link to its file, with the words its title begins with. */
export const linkTo = (test: TestName): string => {
  const { file, title } = tests[test];
  return `[${file.slice(file.lastIndexOf('/') + 1)}](${file}): ${title.replaceAll('<', '&lt;')}`;
};
