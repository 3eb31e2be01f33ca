import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toaster } from './toaster.svelte';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  for (const { id } of [...toaster.toasts]) toaster.close(id);
  vi.useRealTimers();
});

const texts = () => toaster.toasts.map(({ text }) => text);

test('a message leaves after it could be read, one with an undo after it could be decided', () => {
  toaster.show('Gespeichert');
  toaster.show('Gelöscht', { action: { label: 'Rückgängig', run: () => {} } });
  vi.advanceTimersByTime(8_000);
  expect(texts()).toEqual(['Gelöscht']);
  vi.advanceTimersByTime(12_000);
  expect(texts()).toEqual([]);
});

test('an error stays until it is closed', () => {
  toaster.show('Nicht gespeichert', { tone: 'danger' });
  vi.advanceTimersByTime(3_600_000);
  expect(texts()).toEqual(['Nicht gespeichert']);
});

test('a message waits while someone is at it', () => {
  toaster.show('Gespeichert');
  const [toast] = toaster.toasts;
  toaster.pause(toast!.id);
  vi.advanceTimersByTime(60_000);
  expect(texts()).toEqual(['Gespeichert']);
  toaster.resume(toast!);
  vi.advanceTimersByTime(8_000);
  expect(texts()).toEqual([]);
});
