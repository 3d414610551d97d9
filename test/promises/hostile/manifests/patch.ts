/** The identifier of a presentation, which its patch documents have to name (ISO/IEC 23009-1, 5.15). */
export const presentationId = 'patched';
const publishTime = '2026-01-01T00:00:00Z';
const nextPublishTime = '2026-01-01T00:00:05Z';

/** Returns a function that creates the same MPD with the attributes and the `PatchLocation` that a patch needs. */
export const makePatchable = (manifest: () => string, location: string) => (): string =>
  manifest()
    .replace('<MPD ', `<MPD id="${presentationId}" `)
    .replace(/publishTime="[^"]*"/, `publishTime="${publishTime}"`)
    .replace('<Period ', `<PatchLocation>${location}</PatchLocation><Period `);

/**
 * Returns a patch with `operations`. Because of the comment in it, code that looks for the word MPD in the first lines accepts it as a
 * manifest.
 */
export const patchDocument = (operations: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<Patch xmlns="urn:mpeg:dash:schema:mpd-patch:2020" mpdId="${presentationId}" originalPublishTime="${publishTime}" publishTime="${nextPublishTime}">
  <!-- <MPD > -->
  ${operations}
  <replace sel="/MPD/@publishTime">${nextPublishTime}</replace>
</Patch>`;
