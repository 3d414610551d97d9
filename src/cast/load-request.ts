import type { CastMedia } from '../media/receiver.js';

const contentTypes: Readonly<Record<CastMedia['type'], string>> = {
  hls: 'application/x-mpegurl',
  dash: 'application/dash+xml',
  file: 'video/mp4'
};

/** Converts the page's caption files to text tracks with the ids that the receiver uses. */
function textTracks(castMedia: CastMedia): chrome.cast.media.Track[] {
  return castMedia.captionFiles.map(({ src, srclang, label }, index) => {
    const track = new chrome.cast.media.Track(index + 1, chrome.cast.media.TrackType.TEXT);
    Object.assign(track, { trackContentId: src, trackContentType: 'text/vtt', subtype: 'SUBTITLES', language: srclang, name: label });
    return track;
  });
}

/**
 * Returns the load request: URLs of the media and its caption files, title and start time. It contains no poster and no URL of the page.
 */
export function loadRequest(castMedia: CastMedia): chrome.cast.media.LoadRequest {
  const media = new chrome.cast.media.MediaInfo(castMedia.url.href, castMedia.mimeType || contentTypes[castMedia.type]);
  media.streamType = castMedia.live ? chrome.cast.media.StreamType.LIVE : chrome.cast.media.StreamType.BUFFERED;
  media.metadata = Object.assign(new chrome.cast.media.GenericMediaMetadata(), { title: castMedia.title });
  media.tracks = textTracks(castMedia);
  const request = new chrome.cast.media.LoadRequest(media);
  request.autoplay = !castMedia.paused;
  request.currentTime = castMedia.startTime;
  return request;
}
