import { expect } from 'vitest';
import { auditLocally } from './audited.js';
import { traceResponses } from './canary/traces.js';
import { sendVideo } from './short-video.js';

const respond: Parameters<typeof auditLocally>[1] = (request, response) => {
  if (sendVideo(request, response)) return;
  const [type, body, headers = {}] = traceResponses[`${request.headers.host}${request.url}`] ?? ['text/plain', ''];
  response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': type, ...headers }).end(body);
};

/** Audits the page with one trace of each kind. */
export const auditTracesPage = (...args: readonly string[]) => auditLocally('https://traces.test/', respond, '--watch', '1', ...args);

export const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';

const expectedOrigins = ['--expect', 'https://pixel.test', 'https://frame.test'];
export const allowOptions = ['--allow-cookies', '--allow-storage', '--allow-identifiers', '--allow-fingerprinting'];

/** The option that `npm test` omits. The tests of `traces.wide.test.ts` omit each of the others. */
export const representativeOption = '--allow-cookies';

/** Expects that the audit fails for one kind of trace if every origin is expected and the other kinds are allowed. */
export async function expectOneTrace(option: string): Promise<void> {
  const result = await auditTracesPage(...expectedOrigins, ...allowOptions.filter((other) => other !== option));
  expect([result.code, lastLine(result.stderr)]).toEqual([1, `Not expected: ${option.replace('--allow-', '')}`]);
}

/** Expects that the audit does not fail if every origin is expected and every kind of trace is allowed. */
export async function expectNoTrace(): Promise<void> {
  const result = await auditTracesPage(...expectedOrigins, ...allowOptions);
  expect([result.code, result.report.verdict.clean]).toEqual([0, false]);
}
