import { z } from "zod";

/** How long a change to an exercise lasts: the week in which it takes effect, or from then on. */
export const changeScopeSchema = z.enum(["this-week", "onward"]);
export type ChangeScope = z.infer<typeof changeScopeSchema>;

/** As it is said before a change is made. */
export const scopeAhead: Record<ChangeScope, string> = { "this-week": "for this week", onward: "from here on" };

/** As a history says it. */
export const scopeThen: Record<ChangeScope, string> = { "this-week": "for the week", onward: "from then on" };

/** The scope that an address asks for. Where it says none: this week, if the exercise is part of it. */
export const readScope = (text: string, isInThisWeek: boolean): ChangeScope =>
  text === "onward" || text === "this-week" ? text : isInThisWeek ? "this-week" : "onward";
