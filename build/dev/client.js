/** The script that `npm run dev` adds to each page: reloads it after a build, and shows the errors of the sources. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { position: fixed; inset: auto 1rem 1rem; z-index: 2147483647; display: block; }
  :host([hidden]) { display: none; }
  pre { margin: 0; padding: 1rem; max-block-size: 50vh; overflow: auto; white-space: pre-wrap; font: 0.875rem/1.4 monospace;
    color: #fff; background: #7a1020; border-radius: 0.5rem; }
`);
const overlay = document.createElement('div');
overlay.id = 'dev-fault';
overlay.hidden = true;
overlay.setAttribute('role', 'alert');
const root = overlay.attachShadow({ mode: 'open' });
root.adoptedStyleSheets = [sheet];
const text = root.appendChild(document.createElement('pre'));
document.body.append(overlay);

const events = new EventSource('/dev/events');
let lost = false;
events.addEventListener('reload', () => location.reload());
events.addEventListener('fault', ({ data }) => {
  text.textContent = data;
  overlay.hidden = data === '';
});
// A restarted server may have another build.
events.addEventListener('error', () => (lost = true));
events.addEventListener('open', () => lost && location.reload());
