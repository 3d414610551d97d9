import { execFile } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Report } from '../../src/cli/audit/report.js';
import { startSilentHost } from '../support/silent-host.mjs';

/** The result of a run of the command line. */
export interface RunResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const script = process.env['JET_CLI'] ?? fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** Runs the built command line in a process of its own. */
export function runCli(...args: readonly string[]): Promise<RunResult> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr });
    });
  });
}

/** The result of an audit. */
export interface Audited {
  readonly report: Report;
  readonly code: number;
  readonly stderr: string;
  /** Hosts that received a request, without those that the browser contacts on its own. */
  readonly contacted: readonly string[];
}

/** Audits a page whose hosts are all one local server; `respond` handles the requests to every host. */
export async function auditLocally(
  url: string,
  respond: (request: IncomingMessage, response: ServerResponse) => void,
  ...args: readonly string[]
): Promise<Audited> {
  const host = await startSilentHost(respond);
  try {
    const switches = host.browserArgs.map((text) => `--chromium=${text}`);
    const { code, stdout, stderr } = await runCli('audit', url, '--json', ...switches, ...args);
    // An incomplete audit ends with 2 too, but with a report.
    if (code === 2 && !stdout) throw new Error(stderr);
    const contacted = [...new Set(host.hits.map((hit: { host: string }) => hit.host))];
    return { report: JSON.parse(stdout) as Report, code, stderr, contacted };
  } finally {
    await host.close();
  }
}

/** Hosts in a report other than the page's own. */
export const otherHosts = (report: Report): string[] => report.hosts.filter(({ own }) => !own).map(({ host }) => host);
