import { pino, type DestinationStream, type Logger } from 'pino';

/** Structured lines on standard output. Whoever logs names codes and ids, never people or texts. */
export function openLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"` };
  return destination ? pino(options, destination) : pino(options);
}
