'use client';
import { JetPlayer } from 'jet-player/react';
import { useState } from 'react';

export function Video() {
  const [engine, setEngine] = useState('');
  return (
    <main data-engine={engine}>
      <JetPlayer titleText="A day" muted autoPlay onJetReady={({ detail }) => setEngine(detail.engine)}>
        <video src="/media/cmaf/master.m3u8" controls muted />
      </JetPlayer>
    </main>
  );
}
