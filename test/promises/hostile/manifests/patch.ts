/** The attributes with which a patch document applies to `live` with this identifier (ISO/IEC 23009-1, 5.15). */
export const patchedId = 'patched';
const published = '2026-01-01T00:00:00Z';
const publishedNext = '2026-01-01T00:00:05Z';

/** Makes an MPD that can be patched from one that is requested again every second. */
export const patchable = (manifest: () => string, location: string) => (): string =>
  manifest()
    .replace('<MPD ', `<MPD id="${patchedId}" `)
    .replace(/publishTime="[^"]*"/, `publishTime="${published}"`)
    .replace('<Period ', `<PatchLocation>${location}</PatchLocation><Period `);

/** A patch with `operations`; because of the comment, code that recognises a manifest by a word in its first lines takes it for an MPD. */
export const patch = (operations: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<Patch xmlns="urn:mpeg:dash:schema:mpd-patch:2020" mpdId="${patchedId}" originalPublishTime="${published}" publishTime="${publishedNext}">
  <!-- <MPD > -->
  ${operations}
  <replace sel="/MPD/@publishTime">${publishedNext}</replace>
</Patch>`;
