import { JetPlayer } from 'jet-player/react';
import { Video } from './video';

// Rendered on the server for every request.
export const dynamic = 'force-dynamic';

export default function Page() {
  return (
    <>
      <Video />
      <JetPlayer className="waiting" src="/media/film.mp4" titleText="From a server component" load="play" />
    </>
  );
}
