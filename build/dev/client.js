/** The script that `npm run dev` adds to each page: it reloads the page after a build, and shows the errors in the sources. */
const styleSheet = new CSSStyleSheet();
styleSheet.replaceSync(`
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
root.adoptedStyleSheets = [styleSheet];
const errorText = root.appendChild(document.createElement('pre'));
document.body.append(overlay);

const events = new EventSource('/dev/events');
let isConnectionLost = false;
events.addEventListener('reload', () => location.reload());
events.addEventListener('fault', ({ data }) => {
  errorText.textContent = data;
  overlay.hidden = data === '';
});
// A restarted server may have another build.
events.addEventListener('error', () => (isConnectionLost = true));
events.addEventListener('open', () => isConnectionLost && location.reload());
