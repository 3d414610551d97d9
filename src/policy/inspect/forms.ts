import type { ConstructInfo } from './finding.js';

interface Form extends ConstructInfo {
  /** Whether a URL in a manifest has this form. */
  fits(url: URL, manifest: URL): boolean;
}

/** The problems that the form of a URL can have, whatever its purpose. */
const forms: readonly Form[] = [
  {
    construct: 'credentials-in-url',
    explanation: 'The URL contains a user name or a password: these can identify a viewer, and disguise the host.',
    specification: 'RFC 3986, 3.2.1',
    severity: 'high',
    fits: (url) => url.username !== '' || url.password !== ''
  },
  {
    construct: 'plain-http',
    explanation: 'The URL is not encrypted: everyone on the network path can read and change the response.',
    specification: 'RFC 9110, 4.2.1',
    severity: 'medium',
    fits: (url, manifest) => url.protocol === 'http:' && manifest.protocol === 'https:'
  },
  {
    construct: 'unsupported-scheme',
    explanation: 'The URL is neither http nor https; players cannot fetch it, or pass it to another program.',
    specification: 'RFC 3986, 3.1',
    severity: 'low',
    fits: ({ protocol }) => protocol !== 'https:' && protocol !== 'http:'
  }
];

/** Returns the problems in the form of one URL. */
export const formsOf = (url: URL, manifest: URL): ConstructInfo[] =>
  forms
    .filter((form) => form.fits(url, manifest))
    .map(({ construct, explanation, specification, severity }) => ({ construct, explanation, specification, severity }));
