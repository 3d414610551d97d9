import { html, type TemplateResult } from 'lit';
import { formatBitrate, formatNumber, formatSeconds } from '../../i18n/format.js';
import type { MediaState } from '../../media/index.js';
import type { View } from '../control.js';

/** `1280 × 720 · 2.4 Mb/s`; of a file, which has one rendition and does not name it, the height alone. */
function picture({ quality, stats }: MediaState, lang: string): string {
  const playing = quality.renditions.find(({ id }) => id === quality.playing);
  if (!playing) return stats.height > 0 ? `${stats.height}p` : '';
  const { width, height, bitrate } = playing;
  return [height > 0 && `${width} × ${height}`, bitrate > 0 && formatBitrate(bitrate, lang)].filter(Boolean).join(' · ');
}

/** Seconds that are there ahead of the picture. */
function ahead({ time: { buffered, current } }: MediaState): number {
  return Math.max(0, (buffered.find(({ start, end }) => start <= current && current <= end)?.end ?? current) - current);
}

/** How it plays, for whoever has to say why it stands still or looks poor: read from the snapshot, and sent nowhere. */
export function statistics({ state, t }: View): TemplateResult {
  const { quality, stats, live } = state;
  const { lang } = t;
  const facts: readonly (readonly [keyof View['t']['statisticOf'], string | false])[] = [
    ['picture', picture(state, lang)],
    ['bandwidth', quality.bandwidth > 0 && formatBitrate(quality.bandwidth, lang)],
    ['buffer', formatSeconds(ahead(state), lang)],
    ['dropped', stats.frames > 0 && `${formatNumber(stats.dropped, lang)} / ${formatNumber(stats.frames, lang)}`],
    ['startup', stats.startup !== null && formatSeconds(stats.startup, lang, 2)],
    ['stalls', `${formatNumber(stats.stalls, lang)} · ${formatSeconds(stats.stalled, lang)}`],
    ['latency', !Number.isNaN(live.latency) && formatSeconds(live.latency, lang)]
  ];
  return html`
    <details part="statistics">
      <summary>${t.statistics}</summary>
      <dl class="facts">
        ${facts
          .filter(([, value]) => value)
          .map(
            ([name, value]) => html`
              <div>
                <dt>${t.statisticOf[name]}</dt>
                <dd><bdi>${value}</bdi></dd>
              </div>
            `
          )}
      </dl>
    </details>
  `;
}
