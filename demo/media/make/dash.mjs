import { languages } from './hls.mjs';
import { bandwidth } from './segments.mjs';

const template = '<SegmentTemplate timescale="1" duration="2" startNumber="1" initialization="$RepresentationID$/init.mp4" media="$RepresentationID$/$Number$.m4s"/>';

/** Returns the MPEG-DASH manifest (ISO/IEC 23009-1) of the CMAF segments, with the WebVTT files of the captions. */
export function renderMpd({ videos, audios }) {
  const peak = (track) => Math.ceil(bandwidth(track).peak);
  return `<?xml version="1.0" encoding="UTF-8"?>
<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT64S" minBufferTime="PT2S" profiles="urn:mpeg:dash:profile:isoff-live:2011,urn:mpeg:dash:profile:cmaf:2019">
  <Period id="0" start="PT0S">
    <AdaptationSet id="1" contentType="video" mimeType="video/mp4" segmentAlignment="true" startWithSAP="1" par="16:9" frameRate="25" maxWidth="1280" maxHeight="720">
      <Role schemeIdUri="urn:mpeg:dash:role:2011" value="main"/>
      ${template}
${videos.map(({ height, width, codec, track }) => `      <Representation id="video-${height}" bandwidth="${peak(track)}" width="${width}" height="${height}" codecs="${codec}"/>`).join('\n')}
    </AdaptationSet>
${languages.map(({ code, name }, i) => `    <AdaptationSet id="${i + 2}" contentType="audio" mimeType="audio/mp4" lang="${code}" segmentAlignment="true" startWithSAP="1">
      <AudioChannelConfiguration schemeIdUri="urn:mpeg:dash:23003:3:audio_channel_configuration:2011" value="2"/>
      <Role schemeIdUri="urn:mpeg:dash:role:2011" value="${i === 0 ? 'main' : 'dub'}"/>
      <Label>${name}</Label>
      ${template}
      <Representation id="audio-${code}" bandwidth="${peak(audios[i])}" audioSamplingRate="48000" codecs="mp4a.40.2"/>
    </AdaptationSet>`).join('\n')}
${languages.map(({ code, name }, i) => `    <AdaptationSet id="${i + 4}" contentType="text" mimeType="text/vtt" lang="${code}">
      <Role schemeIdUri="urn:mpeg:dash:role:2011" value="caption"/>
      <Label>${name}</Label>
      <Representation id="text-${code}" bandwidth="256">
        <BaseURL>../captions/${code}.vtt</BaseURL>
      </Representation>
    </AdaptationSet>`).join('\n')}
  </Period>
</MPD>
`;
}
