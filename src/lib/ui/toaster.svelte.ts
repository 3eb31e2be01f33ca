export interface Toast {
  id: number;
  text: string;
  tone: 'info' | 'success' | 'danger';
  /** Usually "undo". */
  action?: { label: string; run: () => void };
}

const readingTimeMs = 8_000;
const decidingTimeMs = 20_000;

class Toaster {
  /** What is shown now, oldest first. */
  toasts = $state<Toast[]>([]);
  #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #nextId = 1;

  /** Shows a short message; errors stay until they are closed. */
  show(text: string, { tone = 'success', action }: Partial<Omit<Toast, 'id' | 'text'>> = {}): void {
    const toast: Toast = { id: this.#nextId++, text, tone, ...(action && { action }) };
    this.toasts.push(toast);
    this.resume(toast);
  }

  close(id: number): void {
    this.pause(id);
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }

  /** While someone points at a message or is inside it, it does not go away. */
  pause(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  resume({ id, tone, action }: Toast): void {
    if (tone === 'danger') return;
    this.pause(id);
    const timer = setTimeout(() => this.close(id), action ? decidingTimeMs : readingTimeMs);
    this.#timers.set(id, timer);
  }
}

/** Only the browser shows messages: on the server nothing may be pushed here. */
export const toaster = new Toaster();
