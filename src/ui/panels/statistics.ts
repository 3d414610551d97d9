import { html } from 'lit';
import { formatBitrate, formatNumber, formatSeconds } from '../../i18n/format.js';
import type { MediaState } from '../../media/index.js';
import type { View } from '../view.js';
import type { Panel } from './panel.js';

/** Formats the video as `1280 × 720 · 2.4 Mb/s`, or as its height alone for a file, which lists no renditions. */
function videoText({ quality, stats }: MediaState, lang: string): string {
  const playing = quality.renditions.find(({ id }) => id === quality.playing);
  if (!playing) return stats.height > 0 ? `${stats.height}p` : '';
  const { width, height, bitrate } = playing;
  return [height > 0 && `${width} × ${height}`, bitrate > 0 && formatBitrate(bitrate, lang)].filter(Boolean).join(' · ');
}

/** Returns the seconds buffered ahead of the playback position. */
function secondsAhead({ time: { buffered, current } }: MediaState): number {
  return Math.max(0, (buffered.find(({ start, end }) => start <= current && current <= end)?.end ?? current) - current);
}

/** Returns the playback statistics that are known, each with its name. */
function factsOf({ state, t }: View): readonly (readonly [name: string, value: string])[] {
  const { quality, stats, live } = state;
  const { lang } = t;
  const allFacts: readonly (readonly [keyof View['t']['statisticOf'], string | false])[] = [
    ['picture', videoText(state, lang)],
    ['bandwidth', quality.bandwidth > 0 && formatBitrate(quality.bandwidth, lang)],
    ['buffer', formatSeconds(secondsAhead(state), lang)],
    ['dropped', stats.frames > 0 && `${formatNumber(stats.dropped, lang)} / ${formatNumber(stats.frames, lang)}`],
    ['startup', stats.startup !== null && formatSeconds(stats.startup, lang, 2)],
    ['stalls', `${formatNumber(stats.stalls, lang)} · ${formatSeconds(stats.stalled, lang)}`],
    ['latency', !Number.isNaN(live.latency) && formatSeconds(live.latency, lang)]
  ];
  return allFacts.flatMap(([name, value]) => (value ? [[t.statisticOf[name], value] as const] : []));
}

/** Playback statistics, to diagnose stalls or poor quality. They are read from the state and sent nowhere. */
export const statistics: Panel = {
  name: 'statistics',
  beside: true,
  title: (t) => t.statistics,
  render: (view) => html`
    <dl class="facts" part="statistics">
      ${factsOf(view).map(
        ([name, value]) => html`
          <div>
            <dt>${name}</dt>
            <dd><bdi>${value}</bdi></dd>
          </div>
        `
      )}
    </dl>
  `
};
