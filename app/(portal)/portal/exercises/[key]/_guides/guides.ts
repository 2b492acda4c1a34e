import type { ComponentType } from "react";
import type { ExerciseForm, ExercisePage } from "@/lib/exercises/exercise";
import type { GuideProps } from "../_components/common";
import { AskForAFavour } from "./ask-for-a-favour";
import { LearnTogether } from "./learn-together";
import { NameTheFear } from "./name-the-fear";
import { OneRealFeeling } from "./one-real-feeling";
import { EasierForMyself } from "./own/ask-for-a-favour";
import { LearnAlone } from "./own/learn-together";
import { NameTheFearForMyself } from "./own/name-the-fear";
import { NameOneFeeling } from "./own/one-real-feeling";
import { OneTrueThing } from "./own/small-secret";
import { OwnTemperature } from "./own/temperature-check";
import { TenMinutesOfWarmth } from "./own/ten-minute-cuddle";
import { SmallSecret } from "./small-secret";
import { TemperatureCheck } from "./temperature-check";
import { TenMinuteCuddle } from "./ten-minute-cuddle";

/** A guided page for every kind that a protocol may name, in each of its two forms. */
export const guides: Record<ExerciseForm, Record<ExercisePage, ComponentType<GuideProps>>> = {
  shared: {
    "one-real-feeling": OneRealFeeling,
    "ask-for-a-favour": AskForAFavour,
    "ten-minute-cuddle": TenMinuteCuddle,
    "small-secret": SmallSecret,
    "temperature-check": TemperatureCheck,
    "name-the-fear": NameTheFear,
    "learn-together": LearnTogether,
  },
  own: {
    "one-real-feeling": NameOneFeeling,
    "ask-for-a-favour": EasierForMyself,
    "ten-minute-cuddle": TenMinutesOfWarmth,
    "small-secret": OneTrueThing,
    "temperature-check": OwnTemperature,
    "name-the-fear": NameTheFearForMyself,
    "learn-together": LearnAlone,
  },
};
