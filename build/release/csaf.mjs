/**
 * Writes security information as CSAF 2.0 documents (OASIS Common Security Advisory Framework): one security advisory for each
 * vulnerability of the player, and one VEX document for a release, which states for each known vulnerability whether the release is
 * affected. All dates come from the data, so that the same data result in the same bytes.
 */

/**
 * A vulnerability of the player itself.
 * @typedef {{
 *   id: string, title: string, published: string, updated: string, summary: string, description: string,
 *   cwe: { id: string, name: string }, cvss: { vector: string, score: number, severity: string },
 *   affectedVersions: string, fixedVersion: string, remediation: string, acknowledgement: string
 * }} Advisory
 *
 * A vulnerability of an included package that does not affect the player. `flag` is one of the justifications of CSAF 2.0, 3.2.3.5.
 * @typedef {{ cve: string, component: string, flag: string, impact: string }} NotAffected
 *
 * @typedef {{
 *   publisher: { name: string, namespace: string, contact: string }, reviewed: string,
 *   advisories: readonly Advisory[], notAffected: readonly NotAffected[]
 * }} SecurityData
 */

const affectedId = 'JET-AFFECTED';
const fixedId = 'JET-FIXED';
const releaseId = 'JET-RELEASE';

/** @param {string} version */
const product = (version, /** @type {string} */ id) => ({
  category: 'product_version',
  name: version,
  product: { product_id: id, name: `jet-player ${version}`, product_identification_helper: { purl: `pkg:npm/jet-player@${version}` } }
});

/** Returns the product tree of CSAF for versions of the player. @param {readonly object[]} versions */
const productTree = (versions) => ({
  branches: [{ category: 'vendor', name: 'jet-player', branches: [{ category: 'product_name', name: 'jet-player', branches: versions }] }]
});

/** @param {Advisory} advisory */
const notesOf = ({ title, description }) => [{ category: 'description', text: description, title }];

/** @param {Advisory} advisory */
const identifiersOf = ({ id, cwe }) => ({ ids: [{ system_name: 'jet-player security advisories', text: id }], cwe });

/**
 * Returns the part of a document that describes the document itself.
 * @param {SecurityData} data
 * @param {{ category: string, id: string, title: string, published: string, updated: string, summary: string }} options
 */
function documentPart({ publisher }, { category, id, title, published, updated, summary }) {
  return {
    category,
    csaf_version: '2.0',
    distribution: { tlp: { label: 'WHITE', url: 'https://www.first.org/tlp/' } },
    lang: 'en',
    publisher: { category: 'vendor', name: publisher.name, namespace: publisher.namespace, contact_details: publisher.contact },
    title,
    tracking: {
      id,
      status: 'final',
      version: '1',
      initial_release_date: published,
      current_release_date: updated,
      revision_history: [{ date: updated, number: '1', summary }]
    }
  };
}

/** Returns the file name of a document as CSAF 2.0, 5.1, requires it. @param {string} id */
export const fileNameOf = (id) => `${id.toLowerCase().replaceAll(/[^+\-a-z0-9]+/g, '_')}.json`;

/**
 * Returns the security advisory of one vulnerability, in the profile `csaf_security_advisory`.
 * @param {SecurityData} data
 * @param {Advisory} advisory
 */
export function securityAdvisory(data, advisory) {
  const { id, title, published, updated, summary, cvss, affectedVersions, fixedVersion, remediation, acknowledgement } = advisory;
  const affected = {
    category: 'product_version_range',
    name: affectedVersions,
    product: { product_id: affectedId, name: `jet-player ${affectedVersions}` }
  };
  return {
    document: {
      ...documentPart(data, { category: 'csaf_security_advisory', id, title, published, updated, summary }),
      acknowledgments: [{ summary: `Found by: ${acknowledgement}` }],
      notes: [{ category: 'summary', text: title }],
      references: [{ category: 'self', summary: 'The advisory in SECURITY.md', url: `${data.publisher.namespace}/security#${id}` }]
    },
    product_tree: productTree([affected, product(fixedVersion, fixedId)]),
    vulnerabilities: [
      {
        title,
        ...identifiersOf(advisory),
        notes: notesOf(advisory),
        product_status: { known_affected: [affectedId], fixed: [fixedId] },
        remediations: [{ category: 'vendor_fix', details: remediation, product_ids: [affectedId] }],
        scores: [
          {
            products: [affectedId],
            cvss_v3: { version: '3.1', vectorString: cvss.vector, baseScore: cvss.score, baseSeverity: cvss.severity }
          }
        ]
      }
    ]
  };
}

/** Whether a version is at least another one; both consist of three numbers. @param {string} version @param {string} other */
function isAtLeast(version, other) {
  const [numbers, otherNumbers] = [version, other].map((text) => text.split('.').map(Number));
  const index = numbers.findIndex((number, i) => number !== otherNumbers[i]);
  return index === -1 || numbers[index] > otherNumbers[index];
}

/**
 * Returns the VEX document of a release, in the profile `csaf_vex`. It has no vulnerability twice.
 * @param {SecurityData} data
 * @param {string} version of the release
 * @throws Error when no vulnerability is known, because the profile requires one
 */
export function vexDocument(data, version) {
  const own = data.advisories.map((advisory) => {
    const isFixed = isAtLeast(version, advisory.fixedVersion);
    return {
      title: advisory.title,
      ...identifiersOf(advisory),
      notes: notesOf(advisory),
      product_status: isFixed ? { fixed: [releaseId] } : { known_affected: [releaseId] },
      ...(!isFixed && { remediations: [{ category: 'vendor_fix', details: advisory.remediation, product_ids: [releaseId] }] })
    };
  });
  const included = data.notAffected.map(({ cve, component, flag, impact }) => ({
    cve,
    notes: [{ category: 'description', text: `A vulnerability of ${component}, which is included.` }],
    product_status: { known_not_affected: [releaseId] },
    flags: [{ label: flag, product_ids: [releaseId] }],
    threats: [{ category: 'impact', details: impact, product_ids: [releaseId] }]
  }));
  if (own.length + included.length === 0) throw new Error('A VEX document needs at least one vulnerability.');
  const document = documentPart(data, {
    category: 'csaf_vex',
    id: `JET-VEX-${version}`,
    title: `Known vulnerabilities, and whether jet-player ${version} is affected`,
    published: data.reviewed,
    updated: data.reviewed,
    summary: `Statements for jet-player ${version}`
  });
  return { document, product_tree: productTree([product(version, releaseId)]), vulnerabilities: [...own, ...included] };
}
