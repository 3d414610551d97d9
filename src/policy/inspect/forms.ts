import type { Construct } from './finding.js';

interface Form extends Construct {
  fits(url: URL, manifest: URL): boolean;
}

/** What is wrong with an address by its form alone, whatever it is for. */
const forms: readonly Form[] = [
  {
    construct: 'credentials-in-url',
    explanation: 'The address carries a name or a password: it can tell viewers apart, and hides which host it leads to.',
    specification: 'RFC 3986, 3.2.1',
    severity: 'high',
    fits: (url) => url.username !== '' || url.password !== ''
  },
  {
    construct: 'plain-http',
    explanation: 'The address is not encrypted: everybody on the way can see and change what is fetched.',
    specification: 'RFC 9110, 4.2.1',
    severity: 'medium',
    fits: (url, manifest) => url.protocol === 'http:' && manifest.protocol === 'https:'
  },
  {
    construct: 'odd-scheme',
    explanation: 'The address is not one of the web; players either cannot fetch it, or hand it to another program.',
    specification: 'RFC 3986, 3.1',
    severity: 'low',
    fits: ({ protocol }) => protocol !== 'https:' && protocol !== 'http:'
  }
];

/** The remarkable forms of one address. */
export const formsOf = (url: URL, manifest: URL): Construct[] =>
  forms
    .filter((form) => form.fits(url, manifest))
    .map(({ construct, explanation, specification, severity }) => ({ construct, explanation, specification, severity }));
