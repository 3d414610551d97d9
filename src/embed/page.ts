import { toPlayerError } from '../media/error.js';
import { defineElements } from '../ui/define.js';
import { showErrorScreen } from './error-screen.js';
import { readParameters } from './parameters.js';
import { servePlayerJs } from './player-js.js';
import { openPort, refusePort } from './port.js';
import { readPublisher } from './publisher.js';
import { configurePlayer } from './configure-player.js';
import { applyInitialSelections } from './initial-selections.js';

// The entry of the embed page's only script. The page is static: the publisher's settings are attributes of its `<jet-player>`, and
// the parameters of this visit are in its URL.
defineElements();

const element = document.querySelector('jet-player')!;
// Nothing aborts it: the page lives as long as its document.
const { signal } = new AbortController();
// In a sandbox the document's origin is opaque, but its URL still contains the real origin.
const publisher = readPublisher(element, new URL(location.href).origin);
const parameters = readParameters(location.search, location.hash);

try {
  configurePlayer(element, publisher, parameters, signal);
  applyInitialSelections(element, parameters, signal);
  openPort(element, publisher, signal);
  servePlayerJs(element, publisher, signal);
} catch (error) {
  const failure = toPlayerError(error);
  refusePort(failure.code, publisher, signal);
  void showErrorScreen(element, failure, parameters.attributes.get('lang') ?? document.documentElement.lang);
}
