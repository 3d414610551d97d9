import { tests, type TestName } from './tests.js';

/** One requirement, the tests that show that it is met, and its known gaps. */
export interface Row {
  /** The number of the success criterion or the clause. */
  readonly clause: string;
  readonly title: string;
  readonly level?: 'A' | 'AA';
  readonly shownBy?: readonly TestName[];
  /** A part of the requirement that is not met, or that no test shows. */
  readonly hole?: string;
  /** Why the requirement is not met, as far as known. */
  readonly unmet?: string;
  /** Why the requirement does not apply to a player. */
  readonly notApplicable?: string;
}

export type Verdict = 'Supports' | 'Partially supports' | 'Does not support' | 'Not shown' | 'Not applicable' | 'Fails';

/** Whether a test has failed. */
export type HasFailed = (test: TestName) => boolean;

export function verdictOf({ shownBy = [], hole, unmet, notApplicable }: Row, fails: HasFailed): Verdict {
  if (notApplicable) return 'Not applicable';
  if (unmet) return 'Does not support';
  if (shownBy.some(fails)) return 'Fails';
  if (shownBy.length === 0) return 'Not shown';
  return hole ? 'Partially supports' : 'Supports';
}

/** Returns a link to the file of a test, with the first words of its title. */
export const linkTo = (test: TestName): string => {
  const { file, title } = tests[test];
  return `[${file.slice(file.lastIndexOf('/') + 1)}](${file}): ${title.replaceAll('<', '&lt;')}`;
};
