import { hasSecretary } from '$lib/consultation/engine/method';
import { methodOf } from '$lib/consultation/engine/methods';
import {
  beginThread,
  nextEpoch,
  openThread,
  write,
  type OpenThread,
} from '$lib/consultation/thread/open';
import type { ConsultationPage } from '$lib/consultation/thread/queries.server';
import { entriesOf } from '$lib/key/directory/queries.server';
import { newId } from '$lib/platform/id';
import type { UnlockedKeys } from '$lib/vault/account-keys';
import { writeContribution } from '$lib/vault/contribution';
import { verifyDirectory, type Directory } from '$lib/vault/directory';
import { appendEntry, giveKeys as giveAccountKeys, nextEntry } from './keys';
import type { ActorKind, World, WorldPerson } from './world';

// What browsers do, done here with real keys: nothing that these consultations hold is made up.

type PersonKind = Exclude<ActorKind, 'anonymous'>;

const unlockedOf = new WeakMap<World, Map<string, UnlockedKeys>>();

/** The cohort's directory as everybody's browser reads it. */
export const directoryOf = async ({ owner }: World, cohortId: string): Promise<Directory> =>
  verifyDirectory(cohortId, await entriesOf({ db: owner }, cohortId), null);

/** Gives a person keys and enters them into the cohort's directory; new ones where there were some. */
export async function giveKeys(
  world: World,
  person: Pick<WorldPerson, 'accountId'>,
): Promise<UnlockedKeys> {
  const { cohortA: cohortId } = world;
  const { members } = await directoryOf(world, cohortId);
  const kind = members.has(person.accountId) ? 'replaced' : 'added';
  const keys = await giveAccountKeys(world, person);
  await appendEntry(world, await nextEntry(world, keys, cohortId, kind), cohortId);
  const known = unlockedOf.get(world) ?? new Map<string, UnlockedKeys>();
  unlockedOf.set(world, known.set(person.accountId, keys));
  return keys;
}

/** The keys of a person as the directory has them, made where there are none yet. */
export async function keysOf(
  world: World,
  person: Pick<WorldPerson, 'accountId'>,
): Promise<UnlockedKeys> {
  const { members } = await directoryOf(world, world.cohortA);
  const known = unlockedOf.get(world)?.get(person.accountId);
  const isInForce = known && members.get(person.accountId)?.keysId === known.keysId;
  return isInForce ? known : giveKeys(world, person);
}

export interface Circle {
  giver?: PersonKind;
  moderator?: PersonKind;
  advisers?: PersonKind[];
  method?: string;
  form?: 'live' | 'written';
  hasPseudonyms?: boolean;
}

/** The input of a start: everything that the case giver's browser makes. */
export async function aStart(world: World, circle: Circle = {}) {
  const {
    giver = 'member',
    moderator = 'moderator',
    advisers = ['otherTeam', 'partnerMember'],
  } = circle;
  const { method = 'tietze', form = 'written', hasPseudonyms = false } = circle;
  const { people, cohortA: cohortId } = world;
  const others = [moderator, ...advisers];
  for (const kind of [giver, ...others]) await keysOf(world, people[kind]);
  const keys = await keysOf(world, people[giver]);
  const consultationId = newId(world.clock.now());
  const ids = [giver, ...others].map((kind) => people[kind].accountId);
  const begun = await beginThread(
    keys,
    await directoryOf(world, world.cohortA),
    consultationId,
    ids,
  );
  const place = { method, phase: methodOf(method).phases[0]!.key, round: 0, epoch: 1 };
  const own = { ...place, threadId: consultationId };
  const title = await writeContribution(
    keys,
    begun.key,
    { ...own, id: newId(), kind: 'title', sequence: 1, previousOwn: '', seen: '' },
    'Der Beirat kommt nicht zusammen',
  );
  const link = { sequence: 2, previousOwn: title.hash, seen: title.hash };
  const summary = await writeContribution(
    keys,
    begun.key,
    { ...own, id: newId(), kind: 'summary', ...link },
    'Seit drei Sitzungen fehlt die Hälfte.',
  );
  return {
    cohortId,
    consultationId,
    method,
    form,
    hasPseudonyms,
    plannedFor: null,
    followUpDays: 28,
    circle: others.map((kind) => ({
      accountId: people[kind].accountId,
      role:
        kind === moderator && methodOf(method).hasModerator
          ? ('peer_moderator' as const)
          : ('adviser' as const),
      isSecretary: kind === advisers[0] && hasSecretary(methodOf(method)),
    })),
    epoch: begun.stored,
    keys: begun.keys,
    contributions: [title, summary] as SentContribution[],
  };
}

type Start = Parameters<Awaited<ReturnType<World['as']>>['consultation']['start']>[0];
type SentContribution = Start['contributions'][number];

/** As a browser sends what it has written. */
export const asSent = (contribution: object): SentContribution => contribution as SentContribution;

export interface Ref {
  cohortId: string;
  consultationId: string;
}

const refOf = ({ cohortId, consultationId }: Ref): Ref => ({ cohortId, consultationId });

/** A planned consultation whose circle has been asked and has not answered. */
export async function aConsultation(world: World, circle: Circle = {}): Promise<Ref> {
  const input = await aStart(world, circle);
  await (await world.as(circle.giver ?? 'member')).consultation.start(input);
  return refOf(input);
}

/** The same, joined by everyone and begun. */
export async function aRunningConsultation(world: World, circle: Circle = {}): Promise<Ref> {
  const ref = await aConsultation(world, circle);
  const moderator = circle.moderator ?? 'moderator';
  for (const kind of [moderator, ...(circle.advisers ?? ['otherTeam', 'partnerMember'])])
    await (await world.as(kind as PersonKind)).consultation.answer({ ...ref, answer: 'joined' });
  await step(world, moderator, ref, { type: 'start' });
  return ref;
}

type Action = Parameters<Awaited<ReturnType<World['as']>>['consultation']['act']>[0]['action'];

/** One action, with the version that stands. */
export async function step(world: World, as: ActorKind, ref: Ref, action: Action) {
  const row = await world.owner.consultation.findUniqueOrThrow({
    where: { id: ref.consultationId },
  });
  return (await world.as(as)).consultation.act({ ...ref, version: row.version, action });
}

/** The page of a person, checked and opened with her or his keys. */
export async function opened(
  world: World,
  as: PersonKind,
  ref: Ref,
): Promise<{ page: ConsultationPage; thread: OpenThread; keys: UnlockedKeys }> {
  const page = await (await world.as(as)).consultation.read(ref);
  const keys = await keysOf(world, world.people[as]);
  const thread = await openThread(keys, await directoryOf(world, world.cohortA), page, null);
  return { page, thread, keys };
}

/** What a person's browser would send to write something now. */
export async function written(
  world: World,
  as: PersonKind,
  ref: Ref,
  kind: SentContribution['kind'],
  text = 'Ein Satz.',
) {
  const { page, thread, keys } = await opened(world, as, ref);
  const { method, phase, round } = page.engine;
  const place = { method, phase: methodOf(method).phases[phase]!.key, round, kind };
  return { ...ref, contribution: asSent(await write(thread, keys, place, text)) };
}

/** A new epoch, as a person's browser would make it. */
export async function anEpoch(
  world: World,
  as: PersonKind,
  ref: Ref,
  wish: Parameters<typeof nextEpoch>[2] = {},
) {
  const { thread, keys } = await opened(world, as, ref);
  const { stored, keys: sealed } = await nextEpoch(thread, keys, wish);
  return { ...ref, epoch: stored, keys: sealed };
}

/** Bytes that only look like something sealed; for what the server keeps without looking. */
export const sealedNote = () =>
  Buffer.concat([Buffer.from([1, 3]), Buffer.alloc(60, 7)]).toString('base64url');

/** 'ok', or the code of the refusal. */
export const outcome = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'ok',
    (error: { appCode: string }) => error.appCode,
  );
