/** Dragging on the board: with a mouse everywhere, with a finger by the handle. */

/** Where it would come to stand. */
export interface Aim {
  dayId: string;
  trackId: string | null;
  beforeId: string | null;
  /** Minutes of the day at the upper edge of what is carried. */
  minute: number;
}

interface Handlers {
  /** What it would mean to let go here. */
  aimAt(place: { dayId: string; trackId: string | null; minute: number; top: number }): Aim;
  drop(aim: Aim): void;
}

interface Lane {
  dayId: string;
  trackId: string | null;
  /** In the page, not in the window: the page scrolls meanwhile. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Minutes of the day at its upper edge, and pixels for each. */
  from: number;
  pixelsPerMinute: number;
}

/** So far the pointer goes before a press becomes a drag. */
const THRESHOLD = 6;
/** So near to the edge of the window the page scrolls, and so fast at most, in pixels for each frame. */
const EDGE = 72;
const FASTEST = 14;

export class Drag {
  /** What is carried: an item of the board, or one that is not on it yet. */
  carriedId = $state.raw<string | null>(null);
  aim = $state.raw<Aim | null>(null);
  /** A length that is being drawn. */
  length = $state.raw<{ itemId: string; minutes: number } | null>(null);

  #lanes: Lane[] = [];
  #ghost: HTMLElement | null = null;

  /** Follows the pointer from a press on; a press that does not move stays a press. */
  grab(event: PointerEvent, itemId: string, handlers: Handlers): void {
    const isByHandle = (event.target as Element).closest('[data-handle]') !== null;
    if (event.button !== 0 || (event.pointerType === 'touch' && !isByHandle)) return;
    const source = (event.currentTarget as Element).closest<HTMLElement>('[data-drag]');
    if (!source) return;
    const [startX, startY] = [event.clientX, event.clientY];
    const box = source.getBoundingClientRect();
    const grip = { x: startX - box.left, y: startY - box.top };
    let [x, y] = [startX, startY];
    let frame = 0;
    const ending = new AbortController();

    const begin = () => {
      this.#lanes = measureLanes();
      this.carriedId = itemId;
      this.#ghost = ghostOf(source, box);
      // What lies under it is not pressed when it is let go.
      window.addEventListener('click', swallow, { capture: true, once: true });
      frame = requestAnimationFrame(follow);
    };
    const follow = () => {
      scrollNear(y);
      this.#ghost!.style.translate = `${x - grip.x}px ${y - grip.y}px`;
      this.#aimAt(x + window.scrollX, y + window.scrollY, grip.y, handlers);
      frame = requestAnimationFrame(follow);
    };
    const end = (isDone: boolean) => {
      ending.abort();
      cancelAnimationFrame(frame);
      const { aim } = this;
      this.#ghost?.remove();
      this.#ghost = null;
      this.carriedId = null;
      this.aim = null;
      // The press that ends a drag comes in the same turn, or not at all.
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
      if (isDone && aim) handlers.drop(aim);
    };
    const { signal } = ending;
    const on = { signal };
    window.addEventListener(
      'pointermove',
      (move) => {
        [x, y] = [move.clientX, move.clientY];
        if (this.carriedId === null && Math.hypot(x - startX, y - startY) > THRESHOLD) begin();
      },
      on,
    );
    window.addEventListener('pointerup', () => end(this.carriedId !== null), on);
    window.addEventListener('pointercancel', () => end(false), on);
    window.addEventListener(
      'keydown',
      (key) => {
        if (key.key !== 'Escape' || this.carriedId === null) return;
        key.preventDefault();
        end(false);
      },
      { signal, capture: true },
    );
  }

  /** Draws a length by its lower edge. */
  stretch(
    event: PointerEvent,
    { itemId, minutes }: { itemId: string; minutes: number },
    pixelsPerMinute: number,
    snap: (minutes: number) => number,
    done: (minutes: number) => void,
  ): void {
    if (event.button !== 0) return;
    event.preventDefault();
    const startY = event.clientY + window.scrollY;
    const ending = new AbortController();
    const on = { signal: ending.signal };
    const end = (isDone: boolean) => {
      ending.abort();
      const { length } = this;
      this.length = null;
      if (isDone && length && length.minutes !== minutes) done(length.minutes);
    };
    window.addEventListener(
      'pointermove',
      (move) => {
        const moved = (move.clientY + window.scrollY - startY) / pixelsPerMinute;
        const next = snap(minutes + moved);
        if (next !== (this.length?.minutes ?? minutes)) this.length = { itemId, minutes: next };
      },
      on,
    );
    window.addEventListener('pointerup', () => end(true), on);
    window.addEventListener('pointercancel', () => end(false), on);
    window.addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), on);
  }

  #aimAt(x: number, y: number, gripY: number, handlers: Handlers): void {
    const hit = this.#lanes.filter(
      (lane) => x >= lane.left && x < lane.right && y >= lane.top - 24 && y < lane.bottom + 24,
    );
    // The lane of everyone lies under all tracks.
    const lane = hit.find(({ trackId }) => trackId !== null) ?? hit[0];
    if (!lane) {
      if (this.aim) this.aim = null;
      return;
    }
    const { dayId, trackId, from, pixelsPerMinute } = lane;
    const minuteAt = (pageY: number) => from + (pageY - lane.top) / pixelsPerMinute;
    const aim = handlers.aimAt({ dayId, trackId, minute: minuteAt(y), top: minuteAt(y - gripY) });
    const isSame =
      this.aim !== null &&
      this.aim.dayId === aim.dayId &&
      this.aim.trackId === aim.trackId &&
      this.aim.beforeId === aim.beforeId &&
      this.aim.minute === aim.minute;
    if (!isSame) this.aim = aim;
  }
}

function measureLanes(): Lane[] {
  return [...document.querySelectorAll<HTMLElement>('[data-lane]')].map((element) => {
    const box = element.getBoundingClientRect();
    const { day, track, from, scale } = element.dataset;
    return {
      dayId: day!,
      trackId: track || null,
      left: box.left + window.scrollX,
      right: box.right + window.scrollX,
      top: box.top + window.scrollY,
      bottom: box.bottom + window.scrollY,
      from: Number(from),
      pixelsPerMinute: Number(scale),
    };
  });
}

/** A picture of what is carried, which follows the pointer; no screen reader meets it. */
function ghostOf(source: HTMLElement, box: DOMRect): HTMLElement {
  const ghost = source.cloneNode(true) as HTMLElement;
  ghost.setAttribute('aria-hidden', 'true');
  ghost.inert = true;
  ghost.classList.add('board-ghost');
  ghost.style.width = `${box.width}px`;
  ghost.style.height = `${Math.min(box.height, 160)}px`;
  document.body.append(ghost);
  return ghost;
}

function swallow(click: Event): void {
  click.preventDefault();
  click.stopPropagation();
}

function scrollNear(y: number): void {
  const above = EDGE - y;
  const below = y - (window.innerHeight - EDGE);
  const by = above > 0 ? -above : Math.max(0, below);
  if (by !== 0) window.scrollBy(0, Math.sign(by) * Math.min(FASTEST, Math.ceil(Math.abs(by) / 5)));
}
