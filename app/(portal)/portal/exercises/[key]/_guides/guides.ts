import type { ComponentType } from "react";
import type { ExercisePage } from "@/lib/domain/protocol/definition";
import type { GuideProps } from "../_components/common";
import { AskForAFavour } from "./ask-for-a-favour";
import { LearnTogether } from "./learn-together";
import { NameTheFear } from "./name-the-fear";
import { OneRealFeeling } from "./one-real-feeling";
import { SmallSecret } from "./small-secret";
import { TemperatureCheck } from "./temperature-check";
import { TenMinuteCuddle } from "./ten-minute-cuddle";

/** A guided page for every kind that a protocol may name. */
export const guides: Record<ExercisePage, ComponentType<GuideProps>> = {
  "one-real-feeling": OneRealFeeling,
  "ask-for-a-favour": AskForAFavour,
  "ten-minute-cuddle": TenMinuteCuddle,
  "small-secret": SmallSecret,
  "temperature-check": TemperatureCheck,
  "name-the-fear": NameTheFear,
  "learn-together": LearnTogether,
};
