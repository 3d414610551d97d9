import { listen } from '../../lib/listen.js';
import { isOutside } from '../elements/sheet.js';
import type { SpeedPress, SpeedPressOptions, View } from '../view.js';

/** Milliseconds after which a press counts as a hold. */
const holdDelay = 500;
/** The playback rate during a hold. */
const holdRate = 2;
/** Pixels by which a finger may move during a tap. */
const tapMovement = 12;

/**
 * Whether a hold would change the speed: it plays here, more slowly than a hold, and not at the live edge, after which there is nothing.
 */
const isFaster = ({ playback, live, cast }: View['state']): boolean =>
  playback.started && !playback.paused && !playback.ended && playback.rate < holdRate && cast.status === 'off' && !live.atEdge;

/** Whether a press is one of the publisher's for a hold: the key, or the primary button or finger on the video. */
function mayHold(event: PointerEvent | KeyboardEvent, { options }: View, name: string | undefined): boolean {
  const hotkey = options.hotkeys.find((offered) => offered.name === 'doubleSpeed');
  if (!hotkey) return false;
  if ('key' in event) return name === 'doubleSpeed' || hotkey.keys.some((key) => key.toLowerCase() === event.key.toLowerCase());
  return event.isPrimary && event.button === 0 && !event.ctrlKey;
}

/**
 * Begins a press that becomes a hold after `holdDelay`: the video then plays at double speed until the release. The speed before comes back
 * too when the pointer leaves the video, the window loses the focus, or playback stops or changes its source.
 */
export function pressForSpeed(
  event: PointerEvent | KeyboardEvent,
  view: View,
  { hotkey, video, onTap, onChange }: SpeedPressOptions
): SpeedPress | undefined {
  const { player, state } = view;
  if (!mayHold(event, view, hotkey?.name) || !isFaster(state)) return undefined;
  const life = new AbortController();
  const { signal } = life;
  let held = false;
  const end = () => life.abort();
  const timer = setTimeout(() => {
    held = true;
    player.playback.holdRate(holdRate);
    onChange(holdRate, true);
  }, holdDelay);
  const onEnd = () => {
    clearTimeout(timer);
    if (!held) return;
    player.playback.holdRate(null);
    onChange(player.state.current.playback.rate, false);
  };
  signal.addEventListener('abort', onEnd, { once: true });
  listen(window, 'blur', end, signal);
  listen(document, 'visibilitychange', end, signal);
  listen(video, 'pause ended emptied', end, signal);
  listen(player.session, 'source receiver', end, signal);
  if ('key' in event) watchKey(event, () => (end(), held || onTap?.()), signal);
  else watchPointer(event, { onLeave: end, onMove: () => held || end() }, signal);
  return {
    get held() {
      return held;
    },
    end
  };
}

function watchKey({ code }: KeyboardEvent, release: () => void, signal: AbortSignal): void {
  const ofKey = (act: (event: KeyboardEvent) => void) => (event: KeyboardEvent) => event.code === code && act(event);
  // In the capture phase, because an element of the page may stop the event. A repeated space would scroll the page.
  document.addEventListener('keyup', ofKey(release), { signal, capture: true });
  document.addEventListener(
    'keydown',
    ofKey((event) => event.preventDefault()),
    { signal, capture: true }
  );
}

interface PointerListeners {
  /** Called when the pointer is released or leaves the video. */
  onLeave(): void;
  /** Called when the pointer has moved further than during a tap. */
  onMove(): void;
}

function watchPointer(event: PointerEvent, { onLeave, onMove }: PointerListeners, signal: AbortSignal): void {
  const { pointerId, clientX, clientY } = event;
  const surface = event.currentTarget as HTMLElement;
  const onMoved = (moved: PointerEvent) => {
    if (moved.pointerId !== pointerId) return;
    if (isOutside(moved, surface)) onLeave();
    else if (Math.hypot(moved.clientX - clientX, moved.clientY - clientY) > tapMovement) onMove();
  };
  const onReleased = (released: PointerEvent) => released.pointerId === pointerId && onLeave();
  listen(document, 'pointermove', onMoved, signal);
  listen(document, 'pointerup pointercancel', onReleased, signal);
  // A second finger begins another gesture.
  listen<PointerEvent>(document, 'pointerdown', (other) => other.pointerId !== pointerId && onLeave(), signal);
  // A mouse can leave the window, where it fires no `pointermove`.
  listen(surface, 'pointerleave', onReleased, signal);
}
