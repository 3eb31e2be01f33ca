import { Temporal } from 'temporal-polyfill';
import { PrismaPg } from '@prisma/adapter-pg';
import { makeKeys } from '$lib/key/own-keys';
import type { FileStore } from '$lib/platform/files/store.server';
import { newId } from '$lib/platform/id';
import type { UnlockedKeys } from '$lib/vault/account-keys';
import { newStretchParameters } from '$lib/vault/parameters';
import { stretchPassword } from '$lib/vault/stretch';
import { secureRandomBytes } from '$lib/platform/random';
import type { Services } from '$lib/access/procedure.server';
import { PrismaClient } from '../../../src/generated/prisma/client';
import { createCaller, type Api } from '../../../src/server/router';
import { openContext, openServices } from '../../../src/server/services';
import { demoContent } from '../content/index';
import type { Moment, Person, PersonKey } from '../content/types';

/** Everyone in the demo has the same password: it is shown at the start, and nothing here is secret. */
export const DEMO_PASSWORD = 'werkraum-demo';
export const DEMO_TIME_ZONE = 'Europe/Berlin';

/** The stage of the demo: a clock that is set before each act, and a door for each person. */
export interface Stage {
  /** The day on which the demo is loaded. */
  today: Date;
  services: Services & { close(): Promise<void> };
  /** Sees everything; only for what no person does. */
  owner: PrismaClient;
  person(key: PersonKey): Person;
  /** What a browser makes of the demo password. */
  password(): ReturnType<typeof stretched>;
  /** What a browser would make of the demo password, and new keys that it opens. */
  credentials(accountId: string): ReturnType<typeof credentials>;
  /** The keys of someone who has joined, unlocked as in her or his browser. */
  keysOf(key: PersonKey): UnlockedKeys;
  /** A calendar day, counted from the day of loading: "2026-03-31". */
  day(offset: number): string;
  /** Sets the clock. */
  at(moment: Moment): Date;
  /** Every procedure, as this person; anonymous without one. */
  as(key?: PersonKey): Promise<Api>;
  /** The account of someone who has joined. */
  accountOf(key: PersonKey): string;
  hasJoined(key: PersonKey): boolean;
  joined(key: PersonKey, accountId: string): void;
  /** An id for something new, made at the time of the clock; asked again it is the same. */
  id(name: string): string;
  close(): Promise<void>;
}

/**
 * All have the same password, which everybody knows: with a salt for each, loading would take twice as
 * long and protect nothing.
 */
async function stretched() {
  const stretching = newStretchParameters(secureRandomBytes);
  return { stretching, ...(await stretchPassword(DEMO_PASSWORD, stretching)) };
}

async function credentials(accountId: string, password: Awaited<ReturnType<typeof stretched>>) {
  const { stretching, signInSecret, wrappingKey } = password;
  const { keys, unlocked, accountKey } = await makeKeys(accountId, wrappingKey);
  return { password: { stretching, signInSecret }, keys, unlocked, accountKey };
}

/** @param today the day on which the demo is loaded; nothing in it lies after its beginning. */
export function openStage(
  urls: { appUrl: string; ownerUrl: string; files: FileStore },
  origin: string,
  today: Date,
): Stage {
  let now = today;
  const services = openServices(urls.appUrl, origin, {
    files: urls.files,
    clock: { now: () => now },
  });
  const owner = new PrismaClient({ adapter: new PrismaPg(urls.ownerUrl) });
  const accounts = new Map<PersonKey, string>();
  const sessions = new Map<PersonKey, string>();
  const ids = new Map<string, string>();
  const unlocked = new Map<string, UnlockedKeys>();
  let password: ReturnType<typeof stretched> | undefined;

  async function sessionOf(key: PersonKey): Promise<string> {
    const known = sessions.get(key);
    if (known && (await services.sessions.find(known))) return known;
    const { id } = await services.sessions.start(accountOf(key), 'Demo');
    sessions.set(key, id);
    return id;
  }

  const accountOf = (key: PersonKey): string => {
    const accountId = accounts.get(key);
    if (!accountId) throw new Error(`${key} has not joined yet`);
    return accountId;
  };

  const passwordOfAll = () => (password ??= stretched());

  return {
    today,
    services,
    owner,
    person: (key) => demoContent.people.find((person) => person.key === key)!,
    password: passwordOfAll,
    async credentials(accountId) {
      const made = await credentials(accountId, await passwordOfAll());
      unlocked.set(accountId, made.unlocked);
      return made;
    },
    keysOf(key) {
      const keys = unlocked.get(accountOf(key));
      if (!keys) throw new Error(`${key} has no keys`);
      return keys;
    },
    day: (offset) => dateOf([offset, '12:00'], today).toISOString().slice(0, 10),
    at(moment) {
      now = dateOf(moment, today);
      return now;
    },
    async as(key) {
      const context = await openContext(services, {
        sessionId: key ? await sessionOf(key) : null,
        locale: 'de',
        address: '192.0.2.1',
        device: 'Demo',
        cookies: { setSession() {}, clearSession() {} },
      });
      return createCaller(context);
    },
    accountOf,
    hasJoined: (key) => accounts.has(key),
    joined: (key, accountId) => void accounts.set(key, accountId),
    id(name) {
      const known = ids.get(name) ?? newId(now);
      ids.set(name, known);
      return known;
    },
    async close() {
      await owner.$disconnect();
      await services.close();
    },
  };
}

/** A moment of the demo as a date, told by the clocks of Berlin. */
export function dateOf([day, time]: Moment, today: Date): Date {
  const date = new Date(today);
  date.setUTCDate(date.getUTCDate() + day);
  const zoned = Temporal.Instant.fromEpochMilliseconds(date.getTime())
    .toZonedDateTimeISO(DEMO_TIME_ZONE)
    .withPlainTime(Temporal.PlainTime.from(time));
  return new Date(zoned.epochMilliseconds);
}

const TUESDAY = 2;
/** Month and day between which nobody meets, and the feasts that may fall on any day of the week. */
const isFree = (date: Temporal.PlainDate): boolean => {
  const name = date.toString().slice(5);
  const isChristmas = name >= '12-20' || name <= '01-06';
  return isChristmas || ['05-01', '10-03', '11-01'].includes(name);
};

/**
 * Days (none or negative) from a date to one on which a workshop would really begin: a Tuesday, since
 * no movable feast lies on it or on the day after, and not around Christmas.
 */
export function daysToWorkday(date: Date): number {
  const day = Temporal.Instant.fromEpochMilliseconds(date.getTime())
    .toZonedDateTimeISO(DEMO_TIME_ZONE)
    .toPlainDate();
  const back = (day.dayOfWeek + 7 - TUESDAY) % 7;
  let tuesday = day.subtract({ days: back });
  while (isFree(tuesday) || isFree(tuesday.add({ days: 1 })))
    tuesday = tuesday.subtract({ days: 7 });
  return -tuesday.until(day).days;
}
