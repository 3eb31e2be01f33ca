import { wrapForRecovery } from '$lib/key/own-keys';
import { newRecoveryCode } from '$lib/vault/recovery-code';
import type { Membership, PersonKey } from '../content/types';
import type { DemoEvent } from '../content/timeline';
import type { DemoCohort } from './cohort-stage';
import { enterKeys } from './keys';
import { mailedToken } from './mails';
import { completed } from './texts';
import type { Stage } from './stage';
import { topicId } from './topics';

type Of<K extends DemoEvent['kind']> = Extract<DemoEvent, { kind: K }>;

const invitationId = (stage: Stage, cohort: DemoCohort, person: PersonKey): string =>
  stage.id(`invitation ${cohort.id} ${person}`);

const invitee = (stage: Stage, cohort: DemoCohort, { person, role, site }: Membership) => ({
  cohortId: cohort.id,
  id: invitationId(stage, cohort, person),
  email: stage.person(person).email,
  name: stage.person(person).displayName,
  locale: stage.person(person).language,
  role,
  teamId: site ? cohort.team(site) : null,
});

async function join(stage: Stage, person: PersonKey): Promise<void> {
  const way = { token: await mailedToken(stage, person, 'join') };
  if (stage.hasJoined(person)) {
    await (await stage.as(person)).invitation.acceptSignedIn({ way });
    return;
  }
  const id = stage.id(`account ${person}`);
  const { displayName: name, language: locale } = stage.person(person);
  const made = await stage.credentials(id);
  const { password, keys } = made;
  const anyone = await stage.as();
  await anyone.invitation.accept({ way, id, name, locale, ...password, keys });
  stage.joined(person, id);
  await makeRecoveryPage(stage, person, made);
}

/** Everyone has printed the recovery page and read two groups from it; the codes are kept by nobody. */
async function makeRecoveryPage(
  stage: Stage,
  person: PersonKey,
  { password, keys, accountKey }: Awaited<ReturnType<Stage['credentials']>>,
): Promise<void> {
  const { keysId } = keys;
  const accountId = stage.accountOf(person);
  const blob = await wrapForRecovery(accountId, keysId, accountKey, newRecoveryCode());
  const api = await stage.as(person);
  await api.key.keepRecovery({ presentSecret: password.signInSecret, keysId, blob });
  await api.key.confirmRecovery({ keysId });
}

async function acceptCharter(stage: Stage, cohort: DemoCohort, person: PersonKey): Promise<void> {
  const api = await stage.as(person);
  const { current } = await api.charter.get({ cohortId: cohort.id });
  if (current) await api.charter.accept({ cohortId: cohort.id, charterId: current.id });
}

/** The organiser comes first, and fills in what the draft of the charter leaves open. */
async function publishCharter(stage: Stage, cohort: DemoCohort, organiser: PersonKey) {
  const api = await stage.as(organiser);
  const { bodyDe, bodyEn, version } = await api.charter.forEditing({ cohortId: cohort.id });
  const id = stage.id(`charter ${cohort.id}`);
  await api.charter.publish({
    cohortId: cohort.id,
    id,
    bodyDe: completed(bodyDe, 'de', stage.today),
    bodyEn: completed(bodyEn, 'en', stage.today),
    baseVersion: version,
  });
}

/** The site says who it is, as soon as its first person is there. */
async function describeSite(stage: Stage, cohort: DemoCohort, membership: Membership) {
  const site = cohort.content.sites.find(({ key }) => key === membership.site);
  if (!site) return;
  const api = await stage.as(membership.person);
  const ref = { cohortId: cohort.id, teamId: cohort.team(site.key) };
  const team = await stage.owner.team.findFirstOrThrow({ where: { id: ref.teamId } });
  if (team.aims !== '') return;
  const { startingPoint, aims, offers, seeks } = site;
  await api.team.updateSite({ ...ref, version: team.version, startingPoint, aims, offers, seeks });
}

async function enterIntoDirectory(stage: Stage, cohort: DemoCohort, membership: Membership) {
  const { person, occupation, contactHint, shows, role } = membership;
  const accountId = stage.accountOf(person);
  const where = { cohortId: cohort.id, accountId, role };
  const { id } = await stage.owner.membership.findFirstOrThrow({ where });
  const { email, phone } = stage.person(person);
  const api = await stage.as(person);
  await api.membership.updateEntry({
    cohortId: cohort.id,
    membershipId: id,
    occupation,
    contactEmail: shows.includes('email') ? email : null,
    contactPhone: shows.includes('phone') ? (phone ?? null) : null,
    contactHint: contactHint ?? '',
  });
}

/** The organiser's first day: the texts and the teams. */
async function furnish(stage: Stage, cohort: DemoCohort, organiser: PersonKey): Promise<void> {
  await publishCharter(stage, cohort, organiser);
  await acceptCharter(stage, cohort, organiser);
  const api = await stage.as(organiser);
  const { content, id: cohortId } = cohort;
  const row = await stage.owner.cohort.findUniqueOrThrow({ where: { id: cohortId } });
  await api.cohort.update({
    cohortId,
    version: row.version,
    name: content.name,
    siteSeats: content.siteSeats,
    teamSize: content.teamSize,
    startsOn: stage.day(content.startsOnDay),
    endsOn: stage.day(content.endsOnDay),
    welcome: content.welcome,
  });
  for (const { key, name, kind, inhabitants, tile } of content.sites) {
    const id = cohort.team(key);
    const place = { tileColumn: tile.column, tileRow: tile.row };
    await api.team.create({ cohortId, id, name, siteKind: kind, inhabitants, ...place });
  }
}

export const peopleActs = {
  async cohort_created(stage: Stage, cohort: DemoCohort, { by }: Of<'cohort_created'>) {
    const api = await stage.as(by);
    await api.programme.createCohort({
      id: cohort.id,
      programmeId: stage.id('programme'),
      name: cohort.content.name,
    });
  },

  async person_invited(stage: Stage, cohort: DemoCohort, { by, membership }: Of<'person_invited'>) {
    const api = await stage.as(by);
    const invited = invitee(stage, cohort, membership);
    if (membership.role === 'organiser') await api.programme.appointOrganiser(invited);
    else await api.invitation.invite(invited);
  },

  async person_joined(stage: Stage, cohort: DemoCohort, { membership }: Of<'person_joined'>) {
    const { person, role } = membership;
    await join(stage, person);
    if (role === 'organiser') await furnish(stage, cohort, person);
    else await acceptCharter(stage, cohort, person);
    if (role !== 'partner') await enterKeys(stage, cohort, person);
    await enterIntoDirectory(stage, cohort, membership);
    await describeSite(stage, cohort, membership);
    for (const topic of membership.invitedTo ?? [])
      await inviteToTopic(stage, cohort, membership, topicId(stage, topic));
  },

  async people_changed(stage: Stage, cohort: DemoCohort, { by, change }: Of<'people_changed'>) {
    const api = await stage.as(by);
    const membership = cohort.content.members.find(({ person }) => person === change.coming)!;
    const invited = { ...invitee(stage, cohort, membership), reason: change.reason };
    if (change.kind === 'admission') {
      await api.invitation.invite(invited);
      return;
    }
    const accountId = stage.accountOf(change.leaving);
    const where = { cohortId: cohort.id, accountId, endedAt: null };
    const { id: membershipId } = await stage.owner.membership.findFirstOrThrow({ where });
    await api.membership.replace({ ...invited, membershipId });
  },

  async cohort_closed(stage: Stage, cohort: DemoCohort, { by }: Of<'cohort_closed'>) {
    await (await stage.as(by)).cohort.moveTo({ cohortId: cohort.id, to: 'closed' });
  },

  async cohort_concluded(stage: Stage, cohort: DemoCohort, { by }: Of<'cohort_concluded'>) {
    await (await stage.as(by)).cohort.moveTo({ cohortId: cohort.id, to: 'concluded' });
  },

  async absence_told(stage: Stage, cohort: DemoCohort, { by, absence }: Of<'absence_told'>) {
    const awayUntil = stage.day(absence.untilDay);
    await (await stage.as(by)).consultation.setAway({ cohortId: cohort.id, awayUntil });
  },

  async announced(stage: Stage, cohort: DemoCohort, { by, announcement }: Of<'announced'>) {
    const { audience, key, subject, body } = announcement;
    const teamIds =
      typeof audience === 'object' && 'sites' in audience
        ? audience.sites.map((site) => cohort.team(site))
        : [];
    const roles = typeof audience === 'object' && 'roles' in audience ? [...audience.roles] : [];
    const id = stage.id(`announcement ${key}`);
    const api = await stage.as(by);
    await api.announcement.send({ cohortId: cohort.id, id, subject, body, teamIds, roles });
  },
};

async function inviteToTopic(
  stage: Stage,
  cohort: DemoCohort,
  { person }: Membership,
  topic: string,
): Promise<void> {
  const moderator = cohort.content.members.find(({ role }) => role === 'moderator')!;
  const where = { cohortId: cohort.id, accountId: stage.accountOf(person) };
  const { id: membershipId } = await stage.owner.membership.findFirstOrThrow({ where });
  const api = await stage.as(moderator.person);
  await api.topic.setGuest({ cohortId: cohort.id, topicId: topic, membershipId, isInvited: true });
}
