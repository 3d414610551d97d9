/** Imports the code that runs the attempts of a load; a second call returns the same code. */
export const importPlaybackSupervisor = () => import('./playback-supervisor.js');
