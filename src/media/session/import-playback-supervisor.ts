/** Loads the code that starts and supervises attempts; a second call returns the same code. */
export const loadSupervisor = () => import('./playback-supervisor.js');
