import { readFileSync } from 'node:fs';
import { validate } from './validate.js';

const schema = JSON.parse(readFileSync(new URL('../../src/cli/audit/report.schema.json', import.meta.url), 'utf8')) as object;

/** Returns what is wrong in a report according to the published schema. */
export const schemaErrorsOf = (report: unknown): string[] => validate(report, schema as Parameters<typeof validate>[1]);
