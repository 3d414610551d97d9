import { JetPlayer } from 'jet-player/react';
import { Film } from './film';

// Rendered on the server for every request.
export const dynamic = 'force-dynamic';

export default function Page() {
  return (
    <>
      <Film />
      <JetPlayer className="waiting" src="/media/film.mp4" titleText="From a server component" load="play" />
    </>
  );
}
