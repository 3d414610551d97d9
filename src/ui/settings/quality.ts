import { formatBitrate } from '../../i18n/format.js';
import type { Rendition } from '../../media/index.js';
import { menuIcons } from '../icons/menu-icons.js';
import type { Setting } from './setting.js';

/** Maximum frame rate that the name of a rendition leaves out, because up to 30 frames per second are usual. */
const maxUsualFrameRate = 32;

/** Formats a rendition as `1080p` or `1080p60`, or as its bitrate when the manifest gives no size. */
function nameOf({ height, frameRate = 0, bitrate }: Rendition, lang: string): string {
  if (height === 0) return formatBitrate(bitrate, lang);
  return `${height}p${frameRate > maxUsualFrameRate ? Math.round(frameRate) : ''}`;
}

export const quality: Setting = ({
  player,
  state: {
    quality: { renditions, choice, playing }
  },
  t
}) => {
  if (renditions.length < 2) return undefined;
  const labelOf = (rendition: Rendition) => nameOf(rendition, t.lang);
  const sortedRenditions = [...renditions].sort((a, b) => b.height - a.height || b.bitrate - a.bitrate);
  const labels = sortedRenditions.map(labelOf);
  // The bitrate distinguishes renditions of the same size.
  const noteOf = (rendition: Rendition) =>
    rendition.height > 0 && labels.filter((other) => other === labelOf(rendition)).length > 1
      ? formatBitrate(rendition.bitrate, t.lang)
      : undefined;
  const playingRendition = renditions.find(({ id }) => id === playing);
  const autoLabel = playingRendition ? t.autoNow(labelOf(playingRendition)) : t.auto;
  const chosenRendition = renditions.find(({ id }) => id === choice);
  return {
    name: 'quality',
    label: t.quality,
    icon: menuIcons.quality,
    value: choice,
    summary: chosenRendition ? labelOf(chosenRendition) : autoLabel,
    choices: [
      { value: 'auto', label: autoLabel },
      ...sortedRenditions.map((rendition) => ({ value: rendition.id, label: labelOf(rendition), note: noteOf(rendition) }))
    ],
    choose: player.quality.choose
  };
};
