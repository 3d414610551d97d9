import { tests, type TestName } from './tests.js';

/** One requirement, the tests that show that it is met, and its known gaps. */
export interface Row {
  /** The number of the success criterion or the clause. */
  readonly clause: string;
  readonly title: string;
  readonly level?: 'A' | 'AA';
  readonly shownBy?: readonly TestName[];
  /** A gap in part, or a part that no test shows. */
  readonly hole?: string;
  /** A known failure. */
  readonly unmet?: string;
  /** Why it does not apply to a player. */
  readonly notApplicable?: string;
}

export type Verdict = 'Supports' | 'Partially supports' | 'Does not support' | 'Not shown' | 'Not applicable' | 'Fails';

/** The tests of a row that did not pass. */
export type Failing = (test: TestName) => boolean;

export function verdictOf({ shownBy = [], hole, unmet, notApplicable }: Row, fails: Failing): Verdict {
  if (notApplicable) return 'Not applicable';
  if (unmet) return 'Does not support';
  if (shownBy.some(fails)) return 'Fails';
  if (shownBy.length === 0) return 'Not shown';
  return hole ? 'Partially supports' : 'Supports';
}

/** The test as a link to its file, with the first words of its title. */
export const linkTo = (test: TestName): string => {
  const { file, title } = tests[test];
  return `[${file.slice(file.lastIndexOf('/') + 1)}](${file}): ${title.replaceAll('<', '&lt;')}`;
};
