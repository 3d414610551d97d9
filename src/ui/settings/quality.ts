import { formatBitrate } from '../../i18n/format.js';
import type { Rendition } from '../../media/index.js';
import { icons } from '../icons.js';
import type { Setting } from './setting.js';

/** Formats a rendition as `1080p` or `1080p60`, or as its bitrate when the manifest gives no size. */
function nameOf({ height, frameRate = 0, bitrate }: Rendition, lang: string): string {
  if (height === 0) return formatBitrate(bitrate, lang);
  return `${height}p${frameRate > 32 ? Math.round(frameRate) : ''}`;
}

export const quality: Setting = ({
  player,
  state: {
    quality: { renditions, choice, playing }
  },
  t
}) => {
  if (renditions.length < 2) return undefined;
  const name = (rendition: Rendition) => nameOf(rendition, t.lang);
  const sorted = [...renditions].sort((a, b) => b.height - a.height || b.bitrate - a.bitrate);
  const names = sorted.map(name);
  // The bitrate distinguishes renditions of the same size.
  const note = (rendition: Rendition) =>
    rendition.height > 0 && names.filter((other) => other === name(rendition)).length > 1
      ? formatBitrate(rendition.bitrate, t.lang)
      : undefined;
  const now = renditions.find(({ id }) => id === playing);
  const auto = now ? t.autoNow(name(now)) : t.auto;
  const chosen = renditions.find(({ id }) => id === choice);
  return {
    name: 'quality',
    label: t.quality,
    icon: icons.quality,
    value: choice,
    summary: chosen ? name(chosen) : auto,
    choices: [
      { value: 'auto', label: auto },
      ...sorted.map((rendition) => ({ value: rendition.id, label: name(rendition), note: note(rendition) }))
    ],
    choose: player.quality.choose
  };
};
