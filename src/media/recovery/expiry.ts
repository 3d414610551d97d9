/** Seconds since 1970 after which a signature is void: Amazon CloudFront, nginx, Bunny; in a path or a token: Akamai. */
const deadline = /[?&/~;,=](?:expires|expiry|exp)(?:=|%3D)(\d{10})(?!\d)/i;
/** The day of signing and the seconds from then on: Amazon S3 (`X-Amz-`), Google Cloud Storage (`X-Goog-`). */
const signedOn = /[?&]X-(?:Amz|Goog)-Date=(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/i;
const validFor = /[?&]X-(?:Amz|Goog)-Expires=(\d{1,7})(?!\d)/i;

/** When a signed address expires, in milliseconds since 1970, where its own words tell; undefined where they do not. */
export function expiryOf({ href, searchParams }: URL): number | undefined {
  const seconds = deadline.exec(href)?.[1];
  if (seconds) return Number(seconds) * 1000;
  const [date, span] = [signedOn.exec(href), validFor.exec(href)];
  if (date && span) {
    const [year, month, day, hour, minute, second] = date.slice(1).map(Number) as [number, number, number, number, number, number];
    return Date.UTC(year, month - 1, day, hour, minute, second) + Number(span[1]) * 1000;
  }
  // Azure writes the moment itself.
  const moment = searchParams.has('sig') ? Date.parse(searchParams.get('se') ?? '') : NaN;
  return Number.isNaN(moment) ? undefined : moment;
}
