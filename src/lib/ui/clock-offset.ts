import { isHydrating } from './hydration';

/**
 * How far the server's clock is ahead of this device's, in milliseconds: everyone sees the same time left,
 * also on a computer whose clock is wrong.
 *
 * @param serverNow when the server answered, in milliseconds since 1970
 */
export function clockOffset(serverNow: number): number {
  const isFirst = isHydrating();
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const receivedAt =
    isFirst && navigation ? performance.timeOrigin + navigation.responseStart : Date.now();
  return serverNow - receivedAt;
}
