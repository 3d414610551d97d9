import type { Descriptor } from './parsed-mpd.js';

/** The `Role` and `Accessibility` descriptors of an adaptation set (ISO/IEC 23009-1, 5.8.5.5). */
interface DescriptorLists {
  readonly roles?: readonly Descriptor[] | null | undefined;
  readonly accessibility?: readonly Descriptor[] | null | undefined;
}

export const rolesOf = ({ roles, accessibility }: DescriptorLists): string[] =>
  [...(roles ?? []), ...(accessibility ?? [])].map(({ value }) => String(value));

/** The scheme of TV-Anytime in which the value 1 marks an audio description (DVB-DASH, ETSI TS 103 285, 6.1.2). */
const audioPurpose = 'urn:tva:metadata:cs:AudioPurposeCS:2007';

const isDescription = (set: DescriptorLists): boolean =>
  rolesOf(set).includes('description') ||
  (set.accessibility ?? []).some(({ schemeIdUri, value }) => schemeIdUri === audioPurpose && String(value) === '1');

/** Returns the kind of an audio track, as in the HTML standard. */
export function audioKind(set: DescriptorLists): string {
  const roles = rolesOf(set);
  return isDescription(set) ? 'descriptions' : (['commentary', 'main'].find((role) => roles.includes(role)) ?? 'alternative');
}

/** Whether the track holds forced subtitles, which no viewer chooses. */
export const isForced = (set: DescriptorLists): boolean => /forced[-_]subtitle/.test(rolesOf(set).join());

/** Returns the kind of a text track by its first role, as dash.js does. */
export const textKind = ({ roles }: DescriptorLists): 'subtitles' | 'captions' =>
  ['subtitle', 'forced-subtitle'].includes(String(roles?.[0]?.value)) ? 'subtitles' : 'captions';
