/** Formats the id of a key as a UUID, as manifests contain it. @param {string} id 32 hexadecimal digits */
const uuid = (id) => id.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** Adds the key id to a media playlist of the video; the licence server provides the key. @param {string} playlist @param {string} id */
export const protectedPlaylist = (playlist, id) =>
  playlist.replace(
    /^#EXT-X-MAP/m,
    `#EXT-X-KEY:METHOD=SAMPLE-AES-CTR,KEYFORMAT="org.w3.clearkey",KEYFORMATVERSIONS="1",KEYID=0x${id},URI="data:text/plain;base64,AAAA"\n$&`
  );

/** Adds the key id to each track of the video's MPD (ISO/IEC 23001-7), and removes the captions. @param {string} mpd @param {string} id */
export const protectedMpd = (mpd, id) =>
  mpd
    .replace(/ *<AdaptationSet [^>]*contentType="text"[\s\S]*?<\/AdaptationSet>\n/g, '')
    .replace('<MPD ', '<MPD xmlns:cenc="urn:mpeg:cenc:2013" ')
    .replace(
      /<AdaptationSet [^>]*>\n/g,
      `$&      <ContentProtection schemeIdUri="urn:mpeg:dash:mp4protection:2011" value="cenc" cenc:default_KID="${uuid(id)}"/>
      <ContentProtection schemeIdUri="urn:uuid:e2719d58-a985-b3c9-781a-b030af78d30e" value="ClearKey1.0"/>\n`
    );
