import { listen } from '../../lib/listen.js';
import { isOutside } from '../elements/sheet.js';
import type { PressedHotkey, View } from '../view.js';

/** A press on the video or on a key that may become a hold. */
export interface Press {
  /** Whether the press has become a hold. */
  readonly isHold: boolean;
  /** Ends the press and the double speed. */
  end(): void;
}

export interface PressOptions {
  /** The shortcut that the pressed key has by itself. */
  readonly hotkey?: PressedHotkey;
  readonly video: HTMLVideoElement;
  /** Called at the release of a key when the press was too short for a hold. */
  onTap?(): void;
  /** Called when double speed begins, and when it has ended. */
  onChange(rate: number, isHold: boolean): void;
}

/** Time after which a press counts as a hold. */
const holdDelayMs = 500;
/** The playback rate during a hold. */
const holdRate = 2;
/** Pixels by which a finger may move during a tap. */
const maxTapMovement = 12;

/**
 * Whether a hold would play faster: this device plays, at a lower rate than during a hold, and not at the live edge, where no
 * later media exists.
 */
const wouldPlayFaster = ({ playback, live, cast }: View['state']): boolean =>
  playback.started && !playback.paused && !playback.ended && playback.rate < holdRate && cast.status === 'off' && !live.atEdge;

/** Whether the publisher's shortcuts offer a hold for this press: the key, or the primary button or finger on the video. */
function mayBecomeHold(event: PointerEvent | KeyboardEvent, { options }: View, pressed?: PressedHotkey): boolean {
  const hotkey = options.activeHotkeys.find((offered) => offered.name === 'doubleSpeed');
  if (!hotkey) return false;
  if ('key' in event) return hotkey.keys.some((key) => key.toLowerCase() === pressed?.pressedKey);
  return event.isPrimary && event.button === 0 && !event.ctrlKey;
}

/**
 * Begins a press that becomes a hold after `holdDelayMs`: the video then plays at double speed until the release. The previous speed
 * also returns when the pointer leaves the video, the window loses the focus, or playback stops or changes its source.
 */
export function beginPress(
  event: PointerEvent | KeyboardEvent,
  view: View,
  { hotkey, video, onTap, onChange }: PressOptions
): Press | undefined {
  const { player, state } = view;
  if (!mayBecomeHold(event, view, hotkey) || !wouldPlayFaster(state)) return undefined;
  const lifetime = new AbortController();
  const { signal } = lifetime;
  let isHold = false;
  const end = () => lifetime.abort();
  const timer = setTimeout(() => {
    isHold = true;
    player.playback.holdRate(holdRate);
    onChange(holdRate, true);
  }, holdDelayMs);
  const onEnd = () => {
    clearTimeout(timer);
    if (!isHold) return;
    player.playback.holdRate(null);
    onChange(player.state.current.playback.rate, false);
  };
  signal.addEventListener('abort', onEnd, { once: true });
  listen(window, 'blur', end, signal);
  listen(document, 'visibilitychange', end, signal);
  listen(video, 'pause ended emptied', end, signal);
  listen(player.session, 'source receiver', end, signal);
  if ('key' in event) watchKey(event, () => (end(), isHold || onTap?.()), signal);
  else watchPointer(event, { onExit: end, onMove: () => isHold || end() }, signal);
  return {
    get isHold() {
      return isHold;
    },
    end
  };
}

function watchKey({ code }: KeyboardEvent, release: () => void, signal: AbortSignal): void {
  const forSameKey = (listener: (event: KeyboardEvent) => void) => (event: KeyboardEvent) => event.code === code && listener(event);
  // In the capture phase, because an element of the page may stop the event. A repeated space would scroll the page.
  const options = { signal, capture: true };
  document.addEventListener('keyup', forSameKey(release), options);
  const preventDefault = forSameKey((event) => event.preventDefault());
  document.addEventListener('keydown', preventDefault, options);
}

interface PointerListeners {
  /** Called when the pointer is released or leaves the video. */
  onExit(): void;
  /** Called when the pointer has moved further than during a tap. */
  onMove(): void;
}

function watchPointer(press: PointerEvent, { onExit, onMove }: PointerListeners, signal: AbortSignal): void {
  const { pointerId, clientX, clientY } = press;
  const surface = press.currentTarget as HTMLElement;
  const onPointerMove = (move: PointerEvent) => {
    if (move.pointerId !== pointerId) return;
    if (isOutside(move, surface)) onExit();
    else if (Math.hypot(move.clientX - clientX, move.clientY - clientY) > maxTapMovement) onMove();
  };
  const onPointerEnd = (event: PointerEvent) => event.pointerId === pointerId && onExit();
  listen(document, 'pointermove', onPointerMove, signal);
  listen(document, 'pointerup pointercancel', onPointerEnd, signal);
  // A second finger begins another gesture.
  listen<PointerEvent>(document, 'pointerdown', (second) => second.pointerId !== pointerId && onExit(), signal);
  // A mouse can leave the window, where it fires no `pointermove`.
  listen(surface, 'pointerleave', onPointerEnd, signal);
}
