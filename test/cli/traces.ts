import { expect } from 'vitest';
import { auditLocally } from './audited.js';
import { traceAnswers } from './canary/traces.js';
import { sendVideo } from './short-video.js';

const respond: Parameters<typeof auditLocally>[1] = (request, response) => {
  if (sendVideo(request, response)) return;
  const [type, body, headers = {}] = traceAnswers[`${request.headers.host}${request.url}`] ?? ['text/plain', ''];
  response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': type, ...headers }).end(body);
};

/** Audits the page. */
export const audit = (...words: readonly string[]) => auditLocally('https://traces.test/', respond, '--watch', '1', ...words);
export const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';

const expected = ['--expect', 'https://pixel.test', 'https://frame.test'];
export const allowed = ['--allow-cookies', '--allow-storage', '--allow-identifiers', '--allow-fingerprinting'];

/** The option of `allowed` that `npm test` leaves out. */
export const refused = '--allow-cookies';

/** Expects that the audit fails for one kind of trace if every origin is expected and the other kinds are allowed. */
export async function expectOneTrace(option: string): Promise<void> {
  const traced = await audit(...expected, ...allowed.filter((other) => other !== option));
  expect([traced.code, lastLine(traced.stderr)]).toEqual([1, `Not expected: ${option.replace('--allow-', '')}`]);
}

/** Expects that the audit does not fail if every origin is expected and every kind of trace is allowed. */
export async function expectNoTrace(): Promise<void> {
  const traced = await audit(...expected, ...allowed);
  expect([traced.code, traced.report.verdict.clean]).toEqual([0, false]);
}
