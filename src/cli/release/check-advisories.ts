import { failed, passed, readJson, type Release, type Result } from './release.js';

/** The parts of a CSAF 2.0 document that a release has. */
interface CsafDocument {
  readonly document: { readonly category: string; readonly csaf_version: string; readonly tracking: { readonly id: string } };
  readonly product_tree: object;
  readonly vulnerabilities: readonly object[];
}

/** The files that are CSAF documents: their names begin with that of their identifier. */
const isAdvisory = (name: string): boolean => /^jet-[\w+-]+\.json$/.test(name);

/** Returns the file name of a document as CSAF 2.0, 5.1, requires it. */
const fileNameOf = (id: string): string => `${id.toLowerCase().replaceAll(/[^+\-a-z0-9]+/g, '_')}.json`;

function checkAdvisory(release: Release, file: string): Result {
  try {
    const { document, product_tree: products, vulnerabilities } = readJson(release, file) as CsafDocument;
    const { category, csaf_version: version, tracking } = document;
    if (version !== '2.0' || vulnerabilities.length === 0) return failed(file, 'is not a CSAF 2.0 document with a vulnerability');
    if (fileNameOf(tracking.id) !== file) return failed(file, `is the document ${tracking.id}, which has another file name`);
    if (category === 'csaf_vex' && !JSON.stringify(products).includes(`"jet-player ${release.version}"`))
      return failed(file, `does not name jet-player ${release.version}`);
    return passed(file, category === 'csaf_vex' ? 'VEX of this version' : 'CSAF 2.0');
  } catch {
    return failed(file, 'cannot be read as a CSAF document');
  }
}

/** Reads the security advisories of a release, and its VEX document, which has to name its version. */
export function checkAdvisories(release: Release): readonly Result[] {
  const vex = fileNameOf(`JET-VEX-${release.version}`);
  return [
    ...[...release.files.keys()].filter(isAdvisory).map((file) => checkAdvisory(release, file)),
    ...(release.files.has(vex) ? [] : [failed(vex, 'is missing')])
  ];
}
