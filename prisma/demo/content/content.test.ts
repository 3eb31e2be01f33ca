import { describe, expect, it } from 'vitest';
import { demoContent } from './index';
import { minutesFromToday, timelineOf, topicAfterEdits } from './timeline';
import type { Ballot, Cohort, Consultation, PersonKey, SiteKey, Topic, TopicKey } from './types';

const [earlier, main] = demoContent.cohorts as readonly [Cohort, Cohort];
const allTopics = demoContent.cohorts.flatMap(({ topics }) => topics);

const textsOf = (topic: Topic): string[] => [
  topic.about,
  topic.whyNow,
  ...Object.values(topic.brings),
  ...(topic.comments ?? []).map(({ body }) => body),
  ...(topic.edits ?? []).flatMap(({ changes }) => [changes.about ?? '', changes.whyNow ?? '']),
];
const plain = (html: string): string => html.replace(/<[^>]+>/g, '');
const duplicates = (keys: readonly string[]): string[] =>
  keys.filter((key, index) => keys.indexOf(key) !== index);
const memberOf = (cohort: Cohort, person: PersonKey) =>
  cohort.members.find((member) => member.person === person);
const teamOf = (cohort: Cohort, person: PersonKey): SiteKey | undefined =>
  memberOf(cohort, person)?.site;

/** Topics and free answers. */
const optionsOf = ({ options, answers = [] }: Ballot): string[] => [...options, ...answers];

const STATUS_QUO = 'Alles bleibt, wie es ist';

/** Everything that a vote names, but "all stays as it is", which every consensing has. */
function namedIn(answer: Ballot['casts'][number]['answer']): string[] {
  if (answer === 'abstain') return [];
  if ('approves' in answer) return [...answer.approves];
  if ('ranks' in answer) return answer.ranks.flat();
  return Object.keys(answer.resistance).filter((title) => title !== STATUS_QUO);
}

/** The last cast of each voter. */
function approvalsOf(ballot: Ballot): Map<TopicKey, number> {
  const last = new Map(ballot.casts.map((cast) => [cast.site ?? cast.by, cast.answer]));
  const counts = new Map(optionsOf(ballot).map((option) => [option, 0]));
  for (const answer of last.values()) {
    if (answer === 'abstain' || !('approves' in answer)) continue;
    for (const topic of answer.approves) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  return counts;
}

describe('people', () => {
  it('have unique keys and addresses that reach nobody', () => {
    expect(duplicates(demoContent.people.map(({ key }) => key))).toEqual([]);
    expect(duplicates(demoContent.people.map(({ email }) => email))).toEqual([]);
    for (const { email, phone } of demoContent.people) {
      expect(email).toMatch(/^[a-z.-]+@[a-z-]+\.example$/);
      if (phone) expect(phone).toMatch(/^(0221 4710 \d{3}|0171 39200 \d{2}|0176 040690 \d{2})$/);
    }
  });

  it('are all used, and all known', () => {
    const known = demoContent.people.map(({ key }) => key).sort();
    const used = new Set<PersonKey>([
      demoContent.administrator,
      ...demoContent.cohorts.flatMap(({ members }) => members.map(({ person }) => person)),
    ]);
    expect([...used].sort()).toEqual(known);
    for (const { person } of demoContent.signIns) expect(known).toContain(person);
  });

  it('show a phone number only where they have one', () => {
    for (const { members } of demoContent.cohorts)
      for (const { person, shows } of members) {
        const { phone } = demoContent.people.find(({ key }) => key === person)!;
        if (shows.includes('phone')) expect(phone, person).toBeDefined();
      }
  });

  it('include one person with different roles in the two cohorts', () => {
    const moved = main.members.filter(({ person, role }) => {
      const before = memberOf(earlier, person);
      return before && before.role !== role;
    });
    expect(moved.map(({ person }) => person)).toEqual(['nermin-halilovic']);
  });
});

describe.each(demoContent.cohorts)('$name', (cohort) => {
  const siteKeys = cohort.sites.map(({ key }) => key);
  const topics = new Map(cohort.topics.map((topic) => [topic.key, topic]));
  const events = timelineOf(cohort);

  it('has two people in each team, and every seat of the tile map only once', () => {
    const leaving = cohort.changes.flatMap((change) =>
      change.kind === 'replacement' ? [change.leaving] : [],
    );
    for (const site of siteKeys) {
      const team = cohort.members.filter((m) => m.site === site && !leaving.includes(m.person));
      expect(team, site).toHaveLength(cohort.teamSize);
    }
    expect(cohort.sites).toHaveLength(cohort.siteSeats);
    expect(duplicates(cohort.sites.map(({ tile }) => `${tile.column}/${tile.row}`))).toEqual([]);
    for (const { role, site } of cohort.members) expect(site !== undefined).toBe(role === 'member');
  });

  it('lets nobody act before joining or after leaving', () => {
    for (const { at, by, kind } of events) {
      if (by === demoContent.administrator) continue;
      const joined = memberOf(cohort, by)?.joinedAt;
      expect(joined, `${by} ${kind}`).toBeDefined();
      expect(minutesFromToday(at), `${by} ${kind}`).toBeGreaterThanOrEqual(
        minutesFromToday(joined!),
      );
      const left = cohort.changes.find((c) => c.kind === 'replacement' && c.leaving === by);
      if (left) expect(minutesFromToday(at), by).toBeLessThan(minutesFromToday(left.at));
    }
  });

  it('lies in the past, and tells each story in the order of time', () => {
    for (const { at, kind } of events) {
      expect(at[0], kind).toBeLessThan(0);
      expect(at[1]).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
    }
    const stories = [
      ...cohort.topics.flatMap(({ comments = [], edits = [] }) => [comments, edits]),
      ...cohort.ballots.map(({ casts }) => casts),
      cohort.announcements,
    ];
    for (const story of stories) {
      const moments = story.map(({ at }) => minutesFromToday(at));
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    }
  });

  it('attributes topics, supports and casts to the person’s own team', () => {
    for (const topic of cohort.topics) {
      expect(teamOf(cohort, topic.author), topic.key).toBe(topic.site);
      for (const { by, site } of topic.supports ?? []) expect(teamOf(cohort, by)).toBe(site);
      const supporters = (topic.supports ?? []).map(({ site }) => site);
      expect(duplicates(supporters), topic.key).toEqual([]);
      expect(supporters, topic.key).not.toContain(topic.site);
      for (const { by } of topic.edits ?? []) expect(teamOf(cohort, by)).toBe(topic.site);
      if (topic.entered) {
        expect(memberOf(cohort, topic.entered.by)?.role).toBe('moderator');
        expect(teamOf(cohort, topic.entered.confirmedBy)).toBe(topic.site);
      }
      for (const { by } of [...(topic.notes ?? []), ...(topic.pinned ? [topic.pinned] : [])])
        expect(memberOf(cohort, by)?.role, topic.key).toBe('moderator');
    }
  });

  it('shows experts only what they were invited to', () => {
    for (const { person, role, invitedTo = [] } of cohort.members) {
      if (role !== 'expert') continue;
      for (const key of invitedTo) expect(topics.has(key), key).toBe(true);
      for (const { key, comments = [] } of cohort.topics)
        if (comments.some(({ by }) => by === person)) expect(invitedTo).toContain(key);
    }
  });

  it('keeps everything about a topic between its proposal and its end', () => {
    for (const event of events) {
      if (!('topic' in event) || event.kind === 'topic_drafted') continue;
      const { topic, at, kind } = event;
      expect(minutesFromToday(at), `${topic.key} ${kind}`).toBeGreaterThanOrEqual(
        minutesFromToday(topic.proposedAt!),
      );
      if (topic.withdrawn)
        expect(minutesFromToday(at), topic.key).toBeLessThanOrEqual(
          minutesFromToday(topic.withdrawn.at),
        );
      const merge = cohort.merges.find(({ from }) => from === topic.key);
      const merged = merge?.agreements[1];
      if (merged) expect(minutesFromToday(at), topic.key).toBeLessThan(minutesFromToday(merged.at));
    }
  });

  it('resolves quotes and merges', () => {
    for (const { comments = [], key } of cohort.topics)
      comments.forEach(({ quote }, index) => {
        if (!quote) return;
        const quoted = comments.slice(0, index).find((c) => c.key === quote.comment);
        expect(quoted, `${key}: ${quote.comment}`).toBeDefined();
        expect(plain(quoted!.body)).toContain(quote.excerpt);
      });
    for (const { from, into, by, agreements } of cohort.merges) {
      const concerned = [topics.get(from)?.site, topics.get(into)?.site];
      expect(concerned).not.toContain(undefined);
      expect(memberOf(cohort, by)?.role).toBe('moderator');
      for (const agreement of agreements) {
        expect(concerned).toContain(agreement.site);
        expect(teamOf(cohort, agreement.by)).toBe(agreement.site);
      }
    }
  });

  it('puts only proposed topics to the vote, and counts each voter’s last cast', () => {
    for (const ballot of cohort.ballots) {
      const opens = minutesFromToday(ballot.opensAt);
      for (const option of ballot.options) {
        const topic = topics.get(option);
        expect(topic, option).toBeDefined();
        expect(minutesFromToday(topic!.proposedAt!), option).toBeLessThan(opens);
      }
      for (const { by, site, at, answer } of ballot.casts) {
        expect(minutesFromToday(at)).toBeGreaterThan(opens);
        expect(minutesFromToday(at)).toBeLessThan(minutesFromToday(ballot.closesAt));
        expect(site).toBe(ballot.electorate === 'teams' ? teamOf(cohort, by) : undefined);
        for (const option of namedIn(answer)) expect(optionsOf(ballot)).toContain(option);
      }
    }
  });

  it('decides as the ballot says, apart from the departures', () => {
    for (const { decision, winners, ...ballot } of cohort.ballots) {
      const isByApprovals = ['approval', 'equal-shares'].includes(ballot.method);
      if (!decision || !isByApprovals) continue;
      const counts = approvalsOf({ winners, ...ballot });
      const ranking = [...counts].sort(([, a], [, b]) => b - a);
      expect(ranking[winners - 1]![1]).toBeGreaterThan(ranking[winners]![1]);
      const result = ranking.slice(0, winners).map(([topic]) => topic);
      const differing = optionsOf({ winners, ...ballot }).filter(
        (topic) => result.includes(topic) !== decision.chosen.includes(topic),
      );
      expect(decision.departures.map(({ topic }) => topic)).toEqual(differing);
      expect(minutesFromToday(decision.at)).toBeGreaterThan(minutesFromToday(ballot.closesAt));
      for (const { by, site, at, answer } of decision.objections ?? []) {
        expect(teamOf(cohort, by)).toBe(site);
        expect(minutesFromToday(at)).toBeGreaterThan(minutesFromToday(decision.at));
        if (answer) expect(memberOf(cohort, answer.by)?.role).toBe('moderator');
      }
    }
  });
});

describe('topics', () => {
  it('have unique keys, are questions, and have sensible minutes and tags', () => {
    expect(duplicates(allTopics.map(({ key }) => key))).toEqual([]);
    for (const topic of allTopics) {
      const final = topicAfterEdits(topic, Infinity);
      expect(final.question).toMatch(/\?$/);
      expect(final.minutes, topic.key).toBeGreaterThanOrEqual(15);
      expect(final.minutes, topic.key).toBeLessThanOrEqual(90);
      expect(final.tags.length, topic.key).toBeGreaterThan(0);
      expect(final.markers.length, topic.key).toBeGreaterThan(0);
      if (topic.proposedAt) expect(final.whyNow, topic.key).not.toBe('');
    }
  });

  it('use the promised HTML only, and mention only people of the cohort', () => {
    const allowed = 'p|ul|ol|li|strong|em|a|h3|blockquote|table|thead|tbody|tr|th|td';
    for (const cohort of demoContent.cohorts) {
      const bodies = [
        ...cohort.topics.flatMap(textsOf),
        ...cohort.announcements.map(({ body }) => body),
        ...cohort.ballots.flatMap(({ about, decision }) => [about, decision?.body ?? '']),
        ...cohort.sites.flatMap((s) => [s.startingPoint, s.aims, s.offers, s.seeks]),
      ];
      for (const body of bodies) {
        const rest = body.replace(new RegExp(`</?(${allowed})>`, 'g'), '');
        expect(rest).not.toMatch(/[<>]/);
        for (const [, person] of body.matchAll(/\{@([^}]*)\}/g))
          expect(memberOf(cohort, person as PersonKey), person).toBeDefined();
      }
    }
  });

  it('are as many and as varied as the demo promises', () => {
    const published = main.topics.filter(({ proposedAt }) => proposedAt);
    expect(published.length).toBeGreaterThanOrEqual(24);
    expect(main.topics.length - published.length).toBe(2);
    expect(main.topics.filter(({ entered }) => entered)).toHaveLength(1);
    expect(main.topics.filter(({ withdrawn }) => withdrawn)).toHaveLength(1);
    expect(main.merges.map(({ agreements }) => agreements.length)).toEqual([2, 1]);
    expect(new Set(main.topics.map(({ site }) => site)).size).toBe(10);
    expect(earlier.topics).toHaveLength(6);
    for (const { comments = [] } of published) {
      expect(comments.length).toBeGreaterThanOrEqual(1);
      expect(comments.length).toBeLessThanOrEqual(8);
    }
  });
});

describe('ballots of the running cohort', () => {
  const [decided, open, provisional] = main.ballots as readonly [Ballot, Ballot, Ballot];
  const teams = (ballot: Ballot) => new Set(ballot.casts.map(({ site }) => site));

  it('are one decided, one open, and one decided provisionally', () => {
    expect(teams(decided).size).toBe(9);
    expect(decided.casts.filter(({ answer }) => answer === 'abstain')).toHaveLength(1);
    expect(decided.decision?.departures).toHaveLength(1);
    expect(open.closesAt[0]).toBeGreaterThan(0);
    expect(open.decision).toBeUndefined();
    expect(teams(open).size).toBe(5);
    expect(provisional.objectionDays).toBe(5);
    expect(provisional.decision?.finalAt).toBeUndefined();
    expect(provisional.decision?.objections?.map(({ answer }) => answer)).toEqual([undefined]);
  });
});

describe('consultations of the running cohort', () => {
  const circleOf = ({ by, circle, steps }: Consultation): PersonKey[] => [
    by,
    ...circle.map(({ person }) => person),
    ...steps.flatMap((step) => (step.does === 'ask' ? [step.person] : [])),
  ];

  it('let only their circle act, in the order of time', () => {
    for (const consultation of main.consultations) {
      const { key, at, steps } = consultation;
      for (const { by } of steps) expect(circleOf(consultation), key).toContain(by);
      const moments = [at, ...steps.map((step) => step.at)].map(minutesFromToday);
      expect(moments, key).toEqual(moments.toSorted((a, b) => a - b));
    }
  });

  it('are one of each kind, all with the person who signs in first', () => {
    const [reader] = demoContent.signIns;
    for (const one of main.consultations) expect(circleOf(one)).toContain(reader!.person);
    const isClosed = ({ steps }: Consultation) =>
      steps.some((step) => step.does === 'act' && step.action.type === 'close');
    const kinds = main.consultations.map((one) => [one.form, isClosed(one)]);
    expect(kinds).toEqual([
      ['written', true],
      ['written', false],
      ['live', false],
    ]);
  });

  it('show that moderators of the cohort see only what they take part in', () => {
    const isModerator = (person: PersonKey) => memberOf(main, person)?.role === 'moderator';
    const counts = main.consultations.map((one) => circleOf(one).filter(isModerator).length);
    expect(counts).toEqual([1, 0, 1]);
  });

  it('name nobody of the cohort in their words', () => {
    const names = demoContent.people.map(({ displayName }) => displayName.split(' ').at(-1)!);
    for (const { title, summary, steps } of main.consultations) {
      const words = steps.flatMap((step) => ('text' in step ? [step.text] : []));
      for (const name of names) expect([title, summary, ...words].join(' ')).not.toContain(name);
    }
  });
});
