import { m } from '$lib/paraglide/messages.js';
import { KINDS, ROLES, type Kind, type Role } from './kinds';
import type { Method, Module, Phase } from './method';
import { MODULES } from './modules';
import type { Missing } from './needs';

/*
 * The texts of the methods, found by the keys of their data: a new method brings its texts along. For the
 * server, which hands a page the few that it needs; a page that asked for them by key would carry all
 * sentences of the house.
 */

type Locale = 'de' | 'en';
type Text = (facts: Record<string, unknown>, options: { locale: Locale }) => string;

const texts = m as unknown as Record<string, Text | undefined>;

function find(key: string, locale: Locale, facts: Record<string, unknown> = {}): string | null {
  return texts[`consultation_${key}`]?.(facts, { locale }) ?? null;
}

/** @throws Error where messages/consultation lacks the key: a method without its texts does not ship */
function need(key: string, locale: Locale, facts: Record<string, unknown> = {}): string {
  const text = find(key, locale, facts);
  if (text === null) throw new Error(`messages/consultation lacks consultation_${key}`);
  return text;
}

export interface PhaseTexts {
  key: string;
  name: string;
  /** What each role does here. */
  does: Record<Role, string>;
  /** What the kinds are called here. */
  kinds: Record<Kind, string>;
}

export interface MethodTexts {
  key: string;
  name: string;
  text: string;
  phases: PhaseTexts[];
}

export interface ModuleTexts {
  key: string;
  name: string;
  text: string;
  /** What its kinds are called, where not as elsewhere. */
  kinds: Partial<Record<Kind, string>>;
}

export interface Cue {
  /** "Wenn jemand zu früh einen Rat gibt" */
  when: string;
  say: string;
}

const phaseTexts = (method: Method, { key }: Phase, locale: Locale): PhaseTexts => {
  const own = `${method.key}_${key}`;
  const does = ROLES.filter((role) => method.hasModerator || role !== 'peer_moderator');
  return {
    key,
    name: need(`phase_${own}`, locale),
    does: Object.fromEntries(
      does.map((role) => [role, need(`do_${own}_${role}`, locale)]),
    ) as Record<Role, string>,
    kinds: Object.fromEntries(
      KINDS.map((kind) => [
        kind,
        find(`kind_${own}_${kind}`, locale) ?? need(`kind_${kind}`, locale),
      ]),
    ) as Record<Kind, string>,
  };
};

export const methodTexts = (method: Method, locale: Locale): MethodTexts => ({
  key: method.key,
  name: need(`method_${method.key}`, locale),
  text: need(`method_${method.key}_text`, locale),
  phases: method.phases.map((phase) => phaseTexts(method, phase, locale)),
});

const moduleTextsOf = ({ key, kinds }: Module, locale: Locale): ModuleTexts => ({
  key,
  name: need(`module_${key}`, locale),
  text: need(`module_${key}_text`, locale),
  kinds: Object.fromEntries(
    kinds.flatMap((kind) => {
      const label = find(`kind_module_${key}_${kind}`, locale);
      return label === null ? [] : [[kind, label]];
    }),
  ),
});

export const moduleTexts = (locale: Locale): ModuleTexts[] =>
  MODULES.map((module) => moduleTextsOf(module, locale));

/** All cues that can come up in a method, by their keys (`Rights.cues`). */
export function cueTexts(method: Method, locale: Locale): Record<string, Cue> {
  const begins = method.phases.map(({ key }): [string, Cue] => {
    const own = `${method.key}_${key}`;
    return [own, { when: need('cue_begin_when', locale), say: need(`cue_${own}`, locale) }];
  });
  const hasModules = method.phases.some(({ usesModule }) => usesModule);
  const modules = (hasModules ? MODULES : []).map(({ key }): [string, Cue] => [
    `module_${key}`,
    { when: need(`module_${key}`, locale), say: need(`cue_module_${key}`, locale) },
  ]);
  const helps = [
    'loop',
    'time_over',
    'early_advice',
    'no_advice',
    'giver_explains',
    'silence',
    'much_talk',
  ];
  const cueOf = (key: string): [string, Cue] => [
    key,
    { when: need(`cue_${key}_when`, locale), say: need(`cue_${key}`, locale) },
  ];
  return Object.fromEntries([...begins, ...modules, ...helps.map(cueOf)]);
}

export const roleTexts = (locale: Locale): Record<Role, string> =>
  Object.fromEntries(ROLES.map((role) => [role, need(`role_${role}`, locale)])) as Record<
    Role,
    string
  >;

/** What may be missing before a phase of a method ends, in words. */
export function missingTexts(method: Method, locale: Locale): Record<string, string> {
  const ofRoles: Missing[] = ['case_giver', 'peer_moderator', 'secretary', 'people'];
  const ofPhases = method.phases
    .flatMap(({ yields }) => yields ?? [])
    .filter((need) => need !== 'roles')
    .map((need) => (need === 'module' ? need : need.anyOf[0]!));
  return Object.fromEntries(
    [...ofRoles, ...ofPhases].map((missing) => [missing, need(`missing_${missing}`, locale)]),
  );
}

/** All that the page of a consultation says about its method. */
export interface PageTexts {
  method: MethodTexts;
  modules: ModuleTexts[];
  cues: Record<string, Cue>;
  missing: Record<string, string>;
}

export const pageTexts = (method: Method, locale: Locale): PageTexts => ({
  method: methodTexts(method, locale),
  modules: method.phases.some(({ choosesModule }) => choosesModule) ? moduleTexts(locale) : [],
  cues: cueTexts(method, locale),
  missing: missingTexts(method, locale),
});

/** What a method is called, and what it is. */
export type MethodSummary = Pick<MethodTexts, 'key' | 'name' | 'text'> & { phases: string[] };

export const methodSummaries = (methods: readonly Method[], locale: Locale): MethodSummary[] =>
  methods.map((method) => {
    const { key, name, text, phases } = methodTexts(method, locale);
    return { key, name, text, phases: phases.map((phase) => phase.name) };
  });
