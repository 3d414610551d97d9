import type { Evidence } from '../evidence.js';
import { addConnections, addLookups } from './log-connections.js';
import { parseLog } from './log-file.js';
import { addRequests } from './log-requests.js';
import { addSockets } from './log-sockets.js';

/**
 * Reads Chromium's own network log, the second source of requests. Only the log contains the requests that a page sends while it unloads,
 * because no target reports them; connections and lookups before a request; the sockets of WebRTC; and the reports that the browser sends.
 * The browser's own requests have neither an initiator nor a site in the log, and are left out. Returns whether the text is a network log.
 */
export function readNetworkLog(text: string, evidence: Evidence, pageHosts: ReadonlySet<string>): boolean {
  const log = parseLog(text);
  if (!log) return false;
  addRequests(log, evidence, pageHosts);
  addConnections(log, evidence, pageHosts);
  addSockets(log, evidence);
  addLookups(log, evidence, pageHosts);
  return true;
}
