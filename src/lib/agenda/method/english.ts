/** Our methods in English, in our own words. Widely known; most were found by many. */
import type { MethodWords, OurKey } from './ours';

export const english: Record<OurKey, MethodWords> = {
  flashlight: {
    name: 'Flashlight round',
    purpose: 'Shows within minutes how everyone is and what is on their minds.',
    material: 'Nothing',
    steps: [
      'Ask one question, for example: what do I take away so far?',
      'Everyone answers in turn, in one or two sentences. Whoever wants to say nothing passes.',
      'Nobody replies or judges.',
      'At the end the moderator names what runs through the answers.',
    ],
  },
  buzz_groups: {
    name: 'Buzz groups',
    purpose: 'Gets everyone talking, in a large plenary and after a talk too.',
    material: 'Nothing; where results are gathered: cards and pens',
    steps: [
      'Ask everyone one clear question.',
      'Talk with the neighbours in twos or threes for three to five minutes.',
      'Some groups say one thought that nobody has named yet.',
    ],
  },
  one_two_four_all: {
    name: '1-2-4-All',
    purpose: 'Gathers ideas from everyone in little time and lets the strongest stand out.',
    material: 'Paper and pens, a clock',
    steps: [
      'Alone: note your own thoughts on the question for one minute.',
      'In pairs: compare them and think further for two minutes.',
      'In fours: see for four minutes what you share and where you differ.',
      'All: each group of four names one thought that stands out. Five minutes.',
    ],
  },
  card_survey: {
    name: 'Card survey',
    purpose: 'Makes visible what everyone thinks, and sorts it together.',
    material: 'Pinboard, pins, cards (three to five for each person), thick pens',
    steps: [
      'Write the question large enough for everyone to read.',
      'Everyone writes cards: one thought a card, seven words at most.',
      'Read the cards out and pin them up by likeness, with the group.',
      'Give each cluster of cards a heading together.',
      'Talk about what to go on with.',
    ],
  },
  dotmocracy: {
    name: 'Dotmocracy',
    purpose: 'Shows quickly what a group wants to work on. It does not replace a vote.',
    material: 'Sticky dots (three for each person), a poster with the proposals',
    steps: [
      'Write up all proposals and clear up questions.',
      'Everyone first thinks alone about where the dots belong.',
      'Stick them at the same time, two dots at most on one proposal.',
      'Count, look at the picture, and say what follows from it.',
    ],
  },
  placemat: {
    name: 'Placemat',
    purpose: 'Joins silent thinking with a shared result in small groups.',
    material: 'A large sheet for each group of four with a field in the middle; pens',
    steps: [
      'Groups of four sit around their sheet. Each person has a corner.',
      'Write in silence: what comes to my mind on the question? Ten minutes.',
      'Turn the sheet until everyone has read everything. Questions are allowed.',
      'What the group agrees on goes into the middle.',
      'The groups show one another the middle of their sheets.',
    ],
  },
  speed_dating: {
    name: 'Speed dating',
    purpose: 'Lets many people talk briefly: to meet, or to swap what they know.',
    material: 'Two rows or circles of chairs, a bell',
    steps: [
      'Two rows sit face to face. Announce the question of the round.',
      'Talk for three minutes: first one side, then the other.',
      'The bell rings. One row moves on by one seat.',
      'Four to eight rounds, with changing questions if you like.',
      'In the plenary: with whom do I want to go on talking, and about what?',
    ],
  },
  fishbowl: {
    name: 'Fishbowl',
    purpose: 'A few talk, everyone listens, and anyone can come in.',
    material: 'An inner circle of five chairs, an outer circle for everyone else',
    steps: [
      'Four people begin in the inner circle. One chair stays free.',
      'Only the inside talks. Whoever wants to say something takes the free chair.',
      'Then somebody else gets up, so that a chair is free again.',
      'After the agreed time everyone inside closes with one sentence.',
      'The outer circle says what it has heard.',
    ],
  },
  gallery_walk: {
    name: 'Gallery walk',
    purpose: 'Shows many results or examples without long listening.',
    material: 'Posters or print-outs on the walls, sticky notes, pens',
    steps: [
      'Spread the posters around the room. One person stays at each and answers questions.',
      'Everyone walks around, alone or in groups, and reads.',
      'Stick questions and hints beside them on notes.',
      'At half time those who answer questions swap.',
      'At the end the teams take their notes along and say what surprised them.',
    ],
  },
  world_cafe: {
    name: 'World Café',
    purpose: 'Many people think on about the same questions in changing rounds.',
    material: 'Tables for four to six people, paper tablecloths, pens, one question a table',
    steps: [
      'Each table has one question and one host, who stays.',
      'First round: talk for 20 minutes and write on the tablecloth.',
      'Everyone but the hosts changes tables, each person to a different one.',
      'The hosts briefly say what has been. Then it goes on, once or twice more.',
      'In the plenary each table names what matters most. The tablecloths are hung up.',
    ],
  },
  pro_action_cafe: {
    name: 'Pro-Action Café',
    purpose: 'Whoever has a project gets questions, gaps and next steps in three rounds.',
    material: 'Tables for four people, paper, pens, the three questions to read along',
    steps: [
      'A quarter of the group brings a project each and sits at a table. Three others join.',
      'Round 1: what is it really about? What is the quest behind the question? 20 minutes.',
      'Change. Round 2: what is still missing, what was overlooked? 20 minutes.',
      'Change. Round 3: what are the next steps, and who helps? 20 minutes.',
      'In the circle each person with a project says what she or he does now.',
    ],
  },
  open_space: {
    name: 'Open Space',
    purpose: 'The group makes its own programme: whoever has a concern invites others to it.',
    material: 'A circle of chairs, a board with times and places, paper, pens, several rooms',
    steps: [
      'Name the theme in the circle and explain the rules.',
      'Whoever has a concern writes it down, presents it, and chooses a time and place.',
      'Everyone goes where they learn or contribute. Whoever does neither moves on.',
      'Each group writes its result on a sheet and hangs it up.',
      'In the circle: what do we take on, and who keeps at it?',
    ],
  },
};
