import { newRequest, type Evidence } from '../evidence.js';
import { hasDocument, type Target } from '../targets.js';
import { contactsHost } from './network.js';

interface Issue {
  readonly issue: {
    readonly details: {
      readonly contentSecurityPolicyIssueDetails?: {
        readonly blockedURL?: string;
        readonly violatedDirective: string;
        readonly isReportOnly: boolean;
        readonly sourceCodeLocation?: { url: string; lineNumber: number };
      };
    };
  };
}

/** Records the requests that the page's own security policy blocks, because no other recorder observes them. */
export class BlockedRequestRecorder {
  readonly #evidence: Evidence;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
  }

  start(target: Target): Promise<unknown>[] {
    if (!hasDocument(target)) return [];
    target.session.on<Issue>('Audits.issueAdded', ({ issue: { details } }) => {
      const { blockedURL: url = '', violatedDirective, isReportOnly, sourceCodeLocation } = details.contentSecurityPolicyIssueDetails ?? {};
      if (!contactsHost(url) || isReportOnly) return;
      // Some blocked requests are reported as requests too.
      if (this.#evidence.requests.some((request) => request.url === url && request.outcome === 'blocked')) return;
      this.#evidence.addRequest({
        ...newRequest({
          url,
          method: 'GET',
          type: 'Other',
          phase: this.#evidence.phase,
          initiator: {
            type: 'script',
            url: sourceCodeLocation?.url ?? '',
            line: sourceCodeLocation ? sourceCodeLocation.lineNumber + 1 : 0
          }
        }),
        outcome: 'blocked',
        reason: `csp ${violatedDirective ?? ''}`
      });
    });
    return [target.session.trySend('Audits.enable')];
  }
}
