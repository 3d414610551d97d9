import { codecs } from './film.mjs';

/**
 * A presentation of several periods, made of the demo's tracks. An adaptation set is `[kind, language, options]`; of its options, `track`
 * is the folder of the demo's track, `rename` is put before the id of its representation, and `name` begins the text of every cue.
 * @typedef {{ id?: string, role?: string, label?: string, channels?: number, track?: string, rename?: string, name?: string }} SetOptions
 * @typedef {{ seconds: number, sets: [kind: 'video' | 'audio' | 'text', language: string, options?: SetOptions][] }} Period
 * @typedef {{ periods: Period[], liveSince?: number }} Presentation `liveSince`: when the live stream began, in milliseconds since 1970
 */

const templateFolder = '/media/cmaf/$RepresentationID$';
const attribute = (name, value) => (value === undefined ? '' : ` ${name}="${value}"`);

/** @param {number} start seconds @param {number} seconds @param {Period['sets'][number]} set */
function adaptationSet(start, seconds, [kind, language, { id, role, label, channels, track, rename, name } = {}]) {
  const head = `<AdaptationSet${attribute('id', id)} contentType="${kind}"${kind === 'video' ? '' : ` lang="${language}"`}`;
  const parts = [
    channels && `<AudioChannelConfiguration schemeIdUri="urn:mpeg:dash:23003:3:audio_channel_configuration:2011" value="${channels}"/>`,
    role && `<Role schemeIdUri="urn:mpeg:dash:role:2011" value="${role}"/>`,
    label && `<Label>${label}</Label>`
  ];
  const inner = parts.filter(Boolean).join('');
  if (kind === 'text') {
    const file =
      `/streams/presentation/text.vtt?${new URLSearchParams({ name, start: String(start), seconds: String(seconds) })}`.replaceAll(
        '&',
        '&amp;'
      );
    return `${head} mimeType="text/vtt">${inner}<Representation id="${name}" bandwidth="256"><BaseURL>${file}</BaseURL></Representation></AdaptationSet>`;
  }
  const tracks = (track ?? (kind === 'video' ? 'video-240' : language === 'nl' ? 'audio-nl' : 'audio-en')).split(' ');
  const representations = tracks.map((folder, index) => {
    const size =
      kind === 'video' ? ` height="${folder.slice(6)}" width="${Math.ceil((folder.slice(6) * 16) / 9)}"` : ' audioSamplingRate="48000"';
    const media = templateFolder.replace('$RepresentationID$', folder);
    const template = `<SegmentTemplate timescale="1" duration="2" startNumber="${start / 2 + 1}" presentationTimeOffset="${start}" initialization="${media}/init.mp4" media="${media}/$Number$.m4s"/>`;
    return `<Representation id="${rename ?? ''}${folder}" bandwidth="${(index + 1) * 70_000}" codecs="${codecs[folder]}"${size}>${template}</Representation>`;
  });
  return `${head} mimeType="${kind}/mp4" segmentAlignment="true">${inner}${representations.join('')}</AdaptationSet>`;
}

/** The number of seconds for which a live stream stays available. */
const windowSeconds = 30;

/** @param {Presentation} presentation @returns {string} the MPD (ISO/IEC 23009-1, 5.3) */
export function makePeriodsMpd({ periods, liveSince }) {
  let end = 0;
  const now = liveSince === undefined ? 0 : (Date.now() - liveSince) / 1000;
  const placedPeriods = periods.map(({ seconds, sets }, index) => ({ start: end, end: (end += seconds), seconds, sets, index }));
  const listedPeriods =
    liveSince === undefined ? placedPeriods : placedPeriods.filter((period) => period.end > now - windowSeconds && period.start < now);
  const kind =
    liveSince === undefined
      ? `type="static" mediaPresentationDuration="PT${end}S"`
      : `type="dynamic" availabilityStartTime="${new Date(liveSince).toISOString()}" minimumUpdatePeriod="PT2S" timeShiftBufferDepth="PT${windowSeconds}S" suggestedPresentationDelay="PT6S"`;
  const elements = listedPeriods.map(({ start, seconds, sets, index }) => {
    const content = sets.map((set) => adaptationSet(start, seconds, set)).join('\n');
    return `<Period id="p${index}" start="PT${start}S" duration="PT${seconds}S">${content}</Period>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" minBufferTime="PT2S" profiles="urn:mpeg:dash:profile:isoff-live:2011" ${kind}>
${elements.join('\n')}
</MPD>`;
}

const cueTime = (seconds) => `00:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}.000`;

/** Returns a WebVTT file with one cue for each second of a period: `name` and the second. */
export const makePeriodText = (name, start, seconds) =>
  `WEBVTT\n\n${Array.from({ length: seconds }, (_, index) => start + index)
    .map((second) => `${cueTime(second)} --> ${cueTime(second + 1)}\n${name} ${second}\n`)
    .join('\n')}`;
