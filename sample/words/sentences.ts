import {
  checkWords,
  clearReasons,
  concernReason,
  decisionWords,
  openWords,
  outsideWords,
  releaseReason,
  swapWish,
  togetherWords,
} from "./clinical";
import { answersToClients, moveWords, questionsFromClients, replies } from "./correspondence";
import {
  cuddleFeelings,
  favours,
  fearSentences,
  feelingSentences,
  secrets,
  temperatureAnswers,
  thingsToLearn,
} from "./details";
import { coupleNote, noteReason, sessionNotes } from "./notes";
import { checkNotes, reflections } from "./reflections";
import { coupleSessionPlace, moveWishes, sessionPlaces, sessionReasons } from "./sessions";

const every = (rows: readonly object[]): string[] => rows.flatMap((row) => Object.values(row) as string[]);

/** Every sentence that people of the sample practice wrote. None may stand readable in the database. */
export const sampleSentences: readonly string[] = [
  ...Object.values(reflections).flat(),
  ...checkNotes,
  ...replies,
  ...questionsFromClients,
  ...answersToClients,
  ...every(moveWords),
  ...feelingSentences.map(({ sentence }) => sentence),
  ...every(favours),
  ...cuddleFeelings,
  ...every(secrets),
  ...temperatureAnswers,
  ...every(fearSentences),
  ...every(thingsToLearn),
  ...every(Object.values(decisionWords)),
  ...clearReasons,
  ...every(Object.values(checkWords)),
  releaseReason,
  ...Object.values(outsideWords),
  concernReason,
  openWords,
  swapWish,
  togetherWords,
  ...sessionPlaces,
  coupleSessionPlace,
  ...sessionReasons,
  ...moveWishes,
  ...[coupleNote, ...sessionNotes].flatMap(({ parts, agreed, forClient }) => [...parts, agreed, forClient ?? agreed]),
  noteReason,
];
