import { toPlayerError } from '../media/error.js';
import { defineElements } from '../ui/define.js';
import { showErrorScreen } from './error-screen.js';
import { readParameters } from './parameters.js';
import { speakPlayerJs } from './player-js.js';
import { openPort, refusePort } from './port.js';
import { readPublisher } from './publisher.js';
import { setUp } from './set-up.js';
import { grantWishes } from './wishes.js';

// The entry of the embed page's one script. The page is static: what its publisher fixed stands in the attributes of its
// `<jet-player>`, what this visit asks for in the address.
defineElements();

const element = document.querySelector('jet-player')!;
const { signal } = new AbortController();
// In a sandbox the document's own origin is opaque; the address still says where it came from.
const publisher = readPublisher(element, new URL(location.href).origin);
const parameters = readParameters(location.search, location.hash);

try {
  setUp(element, publisher, parameters, signal);
  grantWishes(element, parameters, signal);
  openPort(element, publisher, signal);
  speakPlayerJs(element, publisher, signal);
} catch (error) {
  const failure = toPlayerError(error);
  refusePort(failure.code, publisher, signal);
  void showErrorScreen(element, failure, parameters.attributes.get('lang') ?? document.documentElement.lang);
}
