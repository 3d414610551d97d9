import { expect } from 'chai';
import { until } from '../../support/until.js';
import { mountVideo } from '../mount-video.js';
import type { JetPlayer } from '../../../src/ui/jet-player.js';

/** Mounts two players with these attributes, and waits until both have loaded. */
async function mountTwoPlayers(
  firstAttributes: Record<string, string>,
  secondAttributes: Record<string, string>
): Promise<[JetPlayer, JetPlayer]> {
  const first = await mountVideo(firstAttributes);
  const second = document.createElement('jet-player');
  for (const [name, value] of Object.entries({ src: '/media/film.mp4', muted: '', ...secondAttributes })) second.setAttribute(name, value);
  document.body.append(second);
  await until('both videos have loaded', () => second.readyState >= 2);
  return [first, second];
}

/** Plays the first player and then the second, and returns which of them are paused. */
const playInTurn = async ([first, second]: [JetPlayer, JetPlayer]): Promise<boolean[]> => {
  await first.play();
  await second.play();
  await new Promise((resolve) => second.addEventListener('timeupdate', resolve, { once: true }));
  return [first.paused, second.paused];
};

describe('several players on a page', () => {
  it('play together when none is exclusive', async () =>
    expect(await playInTurn(await mountTwoPlayers({}, {}))).to.deep.equal([false, false]));

  it('pause when an exclusive player starts', async () =>
    expect(await playInTurn(await mountTwoPlayers({}, { exclusive: '' }))).to.deep.equal([true, false]));

  it('pause an exclusive player when another starts', async () =>
    expect(await playInTurn(await mountTwoPlayers({ exclusive: '' }, {}))).to.deep.equal([true, false]));
});
