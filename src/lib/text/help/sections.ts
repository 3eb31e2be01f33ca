import { datesInCalendars } from './calendar';
import { peerConsultation } from './consultations';
import { findingADate } from './dates';
import { workshopDay } from './day';
import { aboutWerkraum, signingIn, whomToAsk, withTheKeyboard, whoSeesWhat } from './everyone';
import { forMembers } from './members';
import { outcomes } from './outcomes';
import { whoComes } from './participation';
import { practices } from './practices';
import { workshopMinutes } from './proceedings';
import type { HelpSection } from './section';
import { forModerators, forOrganisers } from './staff';

/** The help, in the order in which it is read. */
export const helpSections: HelpSection[] = [
  aboutWerkraum,
  forMembers,
  findingADate,
  datesInCalendars,
  whoComes,
  workshopDay,
  workshopMinutes,
  outcomes,
  practices,
  peerConsultation,
  forModerators,
  forOrganisers,
  whoSeesWhat,
  signingIn,
  withTheKeyboard,
  whomToAsk,
];
