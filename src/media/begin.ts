// What is needed as soon as there is something to play, in a chunk of its own: it is asked for with the first source.
export { joinSystemControls } from './features/system-controls.js';
export { Showing } from './showing.js';
