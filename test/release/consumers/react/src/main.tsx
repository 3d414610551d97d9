import { JetPlayer } from 'jet-player/react';
import { useRef, useState, type ComponentRef } from 'react';
import { createRoot } from 'react-dom/client';

type Element = ComponentRef<typeof JetPlayer>;

function App() {
  const player = useRef<Element>(null);
  const [engine, setEngine] = useState('');
  const [seconds, setSeconds] = useState(0);
  return (
    <main data-engine={engine} data-seconds={seconds}>
      <JetPlayer
        ref={player}
        src="/media/cmaf/master.m3u8"
        titleText="A day"
        className="video"
        load="eager"
        muted
        autoPlay
        controls={['seek', 'play', 'time']}
        onJetReady={({ detail }) => setEngine(detail.engine)}
        onTimeUpdate={() => setSeconds(player.current?.currentTime ?? 0)}
      />
      <jet-player nocontrols title-text="The bare tag" load="play" />
      {/* @ts-expect-error -- a wrong value does not compile */}
      <JetPlayer redirects="sometimes" />
    </main>
  );
}

/** Renders again whenever the consent changes, always with the initial consent. */
function PlayerWithStorage() {
  const [renders, setRenders] = useState(0);
  const [hasHook, setHasHook] = useState(true);
  return (
    <main data-renders={renders}>
      <JetPlayer
        src="/media/film.mp4"
        storage="local"
        consent={{ storage: true }}
        requestHook={hasHook ? () => undefined : undefined}
        onJetConsentChange={() => setRenders((count) => count + 1)}
      />
      <button onClick={() => setHasHook(false)}>Remove the hook</button>
    </main>
  );
}

createRoot(document.querySelector('#app')!).render(location.hash === '#memory' ? <PlayerWithStorage /> : <App />);
