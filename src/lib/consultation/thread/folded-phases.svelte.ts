/** Which phases somebody has folded away: keys of phases alone, for as long as the browser's tab is open. */
export class FoldedPhases {
  #keys = $state.raw<readonly string[]>([]);

  constructor(private readonly consultationId: string) {
    this.#keys = this.#read();
  }

  has(key: string): boolean {
    return this.#keys.includes(key);
  }

  set(key: string, isFolded: boolean): void {
    const others = this.#keys.filter((one) => one !== key);
    this.#keys = isFolded ? [...others, key] : others;
    try {
      sessionStorage.setItem(this.#name, JSON.stringify(this.#keys));
    } catch {
      // Full or forbidden: after a reload everything is open.
    }
  }

  get #name() {
    return `werkraum-folded:${this.consultationId}`;
  }

  #read(): string[] {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(this.#name) ?? '[]');
      return Array.isArray(kept) ? kept.map(String) : [];
    } catch {
      return [];
    }
  }
}
