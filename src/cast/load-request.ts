import type { Film } from '../media/casting/receiver.js';

const contentTypes: Readonly<Record<Film['type'], string>> = {
  hls: 'application/x-mpegurl',
  dash: 'application/dash+xml',
  file: 'video/mp4'
};

/** Text tracks that the page wrote beside the film, with the ids that the device will know them by. */
function textTracks(film: Film): chrome.cast.media.Track[] {
  return film.captionFiles.map(({ src, srclang, label }, index) => {
    const track = new chrome.cast.media.Track(index + 1, chrome.cast.media.TrackType.TEXT);
    Object.assign(track, { trackContentId: src, trackContentType: 'text/vtt', subtype: 'SUBTITLES', language: srclang, name: label });
    return track;
  });
}

/** What the device is told: the address of the film and of its caption files, the title, and where to begin. No picture, no page. */
export function loadRequest(film: Film): chrome.cast.media.LoadRequest {
  const media = new chrome.cast.media.MediaInfo(film.url.href, film.mimeType || contentTypes[film.type]);
  media.streamType = film.live ? chrome.cast.media.StreamType.LIVE : chrome.cast.media.StreamType.BUFFERED;
  media.metadata = Object.assign(new chrome.cast.media.GenericMediaMetadata(), { title: film.title });
  media.tracks = textTracks(film);
  const request = new chrome.cast.media.LoadRequest(media);
  request.autoplay = !film.paused;
  request.currentTime = film.startTime;
  return request;
}
