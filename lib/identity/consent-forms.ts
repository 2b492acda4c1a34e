import { z } from "zod";
import { limits, tooLong } from "@/lib/limits";
import { optionalWords } from "@/lib/written-words";

/** What a practice says in its own words of the agreement, as a draft. `seen`: what the page showed, or “none”. */
export const agreementDraftForm = z.strictObject({
  seen: z.string().max(60),
  words: z
    .string()
    .trim()
    .min(40, "Say in a few sentences what is passed on, to whom and when.")
    .max(limits.confidentiality, tooLong("confidentiality")),
  additions: optionalWords("agreementAdditions"),
});
export type AgreementDraftForm = z.infer<typeof agreementDraftForm>;

/** The draft that was looked at becomes the next version. */
export const publishAgreementForm = z.strictObject({
  draftId: z.uuid(),
  asksAgain: z.enum(["yes", "no"], { error: "Choose whether those who agreed are asked again." }),
});
export type PublishAgreementForm = z.infer<typeof publishAgreementForm>;

export const dropAgreementForm = z.strictObject({ draftId: z.uuid() });
