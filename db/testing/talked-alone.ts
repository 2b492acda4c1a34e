import type { TalkAlone } from "@/db/commands/safety/decide-gate";

/** A talk alone as a clinician writes it down: on the phone, and nobody could hear. */
export const talkedAlone: TalkAlone = { on: "2026-10-01", way: "phone", unheard: true };

/** The end of a link, with its reason and a day agreed with each. */
export const ending = { reason: "They live apart since the summer.", shownOn: "2026-12-01" };
