/** Lets at most `size` things be under way at once; the others wait in the order in which they came. */
export interface Window {
  /** How many could begin at once. */
  room(): number;
  /** Waits for a turn; false when `giveUp` was aborted, or the window was closed, before. Whoever got one calls `leave`. */
  enter(giveUp: AbortSignal): Promise<boolean>;
  leave(): void;
  /** Sends everybody away who waits. */
  close(): void;
}

export function createWindow(size: number): Window {
  let underWay = 0;
  let closed = false;
  const waiting = new Set<(entered: boolean) => void>();
  const next = () => {
    const [first] = waiting;
    if (!first || underWay >= size) return;
    underWay++;
    first(true);
  };
  return {
    room: () => Math.max(0, size - underWay - waiting.size),
    enter: (giveUp) =>
      new Promise((resolve) => {
        if (giveUp.aborted || closed) return resolve(false);
        const settle = (entered: boolean) => {
          waiting.delete(settle);
          giveUp.removeEventListener('abort', away);
          resolve(entered);
        };
        const away = () => settle(false);
        giveUp.addEventListener('abort', away);
        waiting.add(settle);
        next();
      }),
    leave() {
      underWay--;
      next();
    },
    close() {
      closed = true;
      for (const settle of waiting) settle(false);
    },
  };
}
