import { readFileSync } from 'node:fs';
import { validate } from './validate.js';

const schema = JSON.parse(readFileSync(new URL('../../src/cli/audit/report.schema.json', import.meta.url), 'utf8')) as object;

/** The faults of a report against the published schema. */
export const faultsOf = (report: unknown): string[] => validate(report, schema as Parameters<typeof validate>[1]);
