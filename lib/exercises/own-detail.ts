import { z } from "zod";
import { type Limit, limits, tooLong } from "@/lib/limits";

/** The ways of own steps that leave a choice. Each list holds one that needs nobody and nowhere to go. */
export const favourWays = {
  ask: { label: "Ask somebody you trust", sub: "A friend, a neighbour, a colleague: something that takes a minute." },
  accept: { label: "Accept something small", sub: "A seat, a door held open, a compliment: take it and say thanks." },
  myself: { label: "Do myself a favour", sub: "Leave one task for tomorrow, or take the easier way. It needs nobody." },
} as const;
export const warmthWays = {
  hand: { label: "A hand on my chest", sub: "Feel the weight and the warmth of it, and let it rest there." },
  cup: { label: "Something warm to hold", sub: "A cup, a warm bottle, water over my hands." },
  blanket: { label: "A blanket or a coat", sub: "Around the shoulders, or wherever it is pleasant." },
} as const;
export const truthWays = {
  mind: { label: "To myself, in my mind", sub: "It stays with me. That is the whole way already." },
  aloud: { label: "To myself, aloud", sub: "Quietly, where nobody else hears it." },
  trusted: { label: "To somebody I trust", sub: "A friend, a sister, somebody who keeps things." },
} as const;

const optional = (limit: Limit) => z.string().trim().max(limits[limit], tooLong(limit)).nullable().default(null);
const oneOf = <T extends object>(ways: T) =>
  z
    .enum(Object.keys(ways) as [keyof T & string])
    .nullable()
    .default(null);
const form = z.literal("own");

/*
 * What an attempt of own steps keeps beyond the common part, by guided page. Every field may stay empty or unchosen:
 * there is a way through each that writes nothing.
 */
export const ownDetailSchema = z.discriminatedUnion("page", [
  z.strictObject({
    form,
    page: z.literal("one-real-feeling"),
    family: z.string().trim().max(40).nullable().default(null),
    feeling: optional("feeling"),
    sentence: optional("sentence"),
  }),
  z.strictObject({
    form,
    page: z.literal("ask-for-a-favour"),
    way: oneOf(favourWays),
    favour: optional("favour"),
    expected: optional("exerciseWords"),
    happened: optional("exerciseWords"),
  }),
  z.strictObject({
    form,
    page: z.literal("ten-minute-cuddle"),
    way: oneOf(warmthWays),
    secondsDone: z.int().min(0).max(600).nullable().default(null),
    felt: optional("exerciseWords"),
  }),
  z.strictObject({
    form,
    page: z.literal("small-secret"),
    way: oneOf(truthWays),
    plan: optional("exerciseWords"),
    happened: optional("exerciseWords"),
  }),
  z.strictObject({
    form,
    page: z.literal("temperature-check"),
    score: z.int("Choose a number from 1 to 10.").min(1).max(10).nullable().default(null),
    said: optional("exerciseWords"),
  }),
  z.strictObject({
    form,
    page: z.literal("name-the-fear"),
    sentence: optional("sentence"),
    howItWent: optional("exerciseWords"),
  }),
  z.strictObject({ form, page: z.literal("learn-together"), pick: optional("idea"), plan: optional("meetingPlan") }),
]);
export type OwnDetail = z.infer<typeof ownDetailSchema>;
