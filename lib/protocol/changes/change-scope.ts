import { z } from "zod";

/** How long a change to an exercise lasts: the calendar week in which it takes effect, or from then on. */
export const changeScopeSchema = z.enum(["this-week", "onward"]);
export type ChangeScope = z.infer<typeof changeScopeSchema>;

/** As it is said before a change is made. */
export const scopeAhead: Record<ChangeScope, string> = { "this-week": "for this week", onward: "from here on" };

/** As a history says it. */
export const scopeThen: Record<ChangeScope, string> = { "this-week": "for the week", onward: "from then on" };

/** The scope that an address asks for: a week, where it says nothing else. */
export const readScope = (text: string): ChangeScope => (text === "onward" ? "onward" : "this-week");
