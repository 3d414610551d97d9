import { allowedOrigins, ownSites } from './allowed-sites.js';
import type { ReservationPlan } from './plan.js';
import { accessHeaders, cacheControl, explanation, refusalExplanation, reservationHeaders, type Header } from './reservation-headers.js';

const comment = (lines: readonly string[]): string => lines.map((line) => `# ${line}`).join('\n');

/** Returns a line that sets a header, in which a percent sign would begin a variable. Apache has two tables of headers. */
const lineOf = ([name, value]: Header, condition = ''): string =>
  `Header onsuccess unset ${name}${condition}\nHeader always set ${name} "${value.replaceAll('%', '%%')}"${condition}`;

/** Returns the file for the folder of the media, which hosts with `.htaccess` accept too. */
function folderPart(plan: ReservationPlan): string {
  const others = plan.embeddedBy.length > 0 ? ` && !(req('Origin') =~ m#^${allowedOrigins(plan.embeddedBy)}$#)` : '';
  const headers = [...reservationHeaders(plan), ...accessHeaders.filter(([name]) => name !== 'Vary')].map((header) => lineOf(header));
  const vary = accessHeaders.find(([name]) => name === 'Vary')!;
  return `# As .htaccess in each folder of media (AllowOverride FileInfo AuthConfig), or in <Directory>. Needs mod_headers.
${comment(explanation)}
${headers.join('\n')}
Header always merge Vary "${vary[1]}"

# A token in a query string belongs in no cache. Playlists change; segments and files do not.
${lineOf(['Cache-Control', cacheControl.other])}
${lineOf(['Cache-Control', cacheControl.playlist], ` "expr=%{REQUEST_URI} =~ m#\\.(m3u8|mpd)$#"`)}
${lineOf(['Cache-Control', cacheControl.withQuery], ` "expr=-n %{QUERY_STRING}"`)}

${comment(refusalExplanation)}
<If "-n req('Sec-Fetch-Site') && !(req('Sec-Fetch-Site') =~ m#^${ownSites}$#)${others}">
    Require all denied
    Header always set Cache-Control "${cacheControl.refused}"
</If>

# Signed URLs: Apache contains no module that checks them. A content delivery network in front of it may.
`;
}

/** Returns the lines for the virtual host, because Apache accepts no log in a folder. */
function hostPart({ folders, log }: ReservationPlan): string {
  const kept = `# Without addresses, query strings and referrers. Apache writes no query to its error log, but the referrer of a failed request.
LogFormat "%t \\"%m %U %H\\" %>s %B" jet_media
CustomLog "${log}" jet_media env=jet_media
`;
  return `# Inside <VirtualHost>. Needs mod_setenvif. Add the condition env=!jet_media to every other CustomLog, so that no log has query strings with
# tokens: CustomLog /var/log/apache2/access.log combined env=!jet_media
${folders.map((folder) => `SetEnvIf Request_URI "^${folder.replaceAll('.', String.raw`\.`)}" jet_media`).join('\n')}
${log ? kept : '# The media have no access log: nothing records who watched what. --log adds one without query strings.\n'}`;
}

/** Returns the configuration for Apache 2.4, in two files. */
export const apacheFiles = (plan: ReservationPlan): Readonly<Record<string, string>> => ({
  'apache.htaccess': folderPart(plan),
  'apache-host.conf': hostPart(plan)
});
