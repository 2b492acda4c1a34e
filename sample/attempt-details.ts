import type { AttemptDetail } from "@/lib/exercises/attempt";
import type { ExercisePage } from "@/lib/exercises/exercise";
import type { OwnDetail } from "@/lib/exercises/own-detail";
import type { Chance } from "./seeded-random";
import {
  cuddleFeelings,
  favours,
  fearSentences,
  feelingSentences,
  secrets,
  temperatureAnswers,
  thingsToLearn,
} from "./words/details";
import { easierThings, ownFears, ownSentences, ownThings, trueThings, warmthFeelings } from "./words/own-details";

type Moment = { luck: Chance; isDone: boolean; connection: number };

/** What the guided page of an exercise keeps, in the words of the sample clients. */
export function detailOf(page: ExercisePage, { luck, isDone, connection }: Moment): AttemptDetail {
  const told = isDone ? "told" : "not-yet";
  switch (page) {
    case "one-real-feeling":
      return { page, ...luck.pick(feelingSentences), told };
    case "ask-for-a-favour":
      return { page, size: luck.happens(0.8) ? "small" : "medium", ...luck.pick(favours) };
    case "ten-minute-cuddle": {
      const secondsDone = isDone ? 600 : luck.between(120, 420);
      return { page, bothWilling: true, secondsDone, felt: luck.pick(cuddleFeelings) };
    }
    case "small-secret": {
      const { plan, moment, happened } = luck.pick(secrets);
      return { page, size: luck.happens(0.7) ? "small" : "medium", plan, moment, happened: isDone ? happened : null };
    }
    case "temperature-check":
      return { page, score: connection, told, said: isDone ? luck.pick(temperatureAnswers) : null };
    case "name-the-fear": {
      const { sentence, promise, went } = luck.pick(fearSentences);
      return { page, sentence, returnPromise: promise, howItWent: isDone ? went : null };
    }
    case "learn-together":
      return { page, ...luck.pick(thingsToLearn) };
  }
}

/** The same of own steps. */
export function ownDetailOf(page: ExercisePage, { luck, isDone, connection }: Moment): OwnDetail {
  const form = "own" as const;
  switch (page) {
    case "one-real-feeling":
      return { form, page, ...luck.pick(ownSentences) };
    case "ask-for-a-favour":
      return { form, page, ...luck.pick(easierThings) };
    case "ten-minute-cuddle": {
      const secondsDone = isDone ? 600 : luck.between(120, 420);
      return { form, page, way: luck.pick(["hand", "cup", "blanket"]), secondsDone, felt: luck.pick(warmthFeelings) };
    }
    case "small-secret":
      return { form, page, ...luck.pick(trueThings) };
    case "temperature-check":
      return { form, page, score: connection, said: null };
    case "name-the-fear": {
      const { sentence, howItWent } = luck.pick(ownFears);
      return { form, page, sentence, howItWent: isDone ? howItWent : null };
    }
    case "learn-together":
      return { form, page, ...luck.pick(ownThings) };
  }
}
