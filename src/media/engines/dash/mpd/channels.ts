import type { DescriptorType } from 'dashjs';

/** The 7.1 configurations of MPEG (ISO/IEC 23091-3); up to 6, the number of a configuration is that of its channels. */
const sevenPointOne = [7, 12, 14];

/** Returns the number of audio channels that an MPEG `AudioChannelConfiguration` declares; undefined when none declares a common one. */
export function channelsOf([configuration]: readonly Pick<DescriptorType, 'schemeIdUri' | 'value'>[]): number | undefined {
  if (!configuration?.schemeIdUri?.startsWith('urn:mpeg:')) return undefined;
  const number = Number(configuration.value);
  if (sevenPointOne.includes(number)) return 8;
  return Number.isInteger(number) && number >= 1 && number <= 6 ? number : undefined;
}
