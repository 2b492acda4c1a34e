import { z } from "zod";

export const addressAnswers = ["safe", "unsafe", "unknown"] as const;
export type AddressAnswer = (typeof addressAnswers)[number];

/** Asked while only the client listens. What was not asked is not known, and then no letter goes. */
export const addressQuestion = "Is it safe to write to this address?";

export const addressChoices = [
  {
    value: "safe",
    label: "Yes",
    sub: "Asked alone: nobody else reads it, and a letter on a locked phone harms nobody.",
  },
  { value: "unsafe", label: "No", sub: "No letter goes there, not even for a new password." },
  { value: "unknown", label: "Not asked yet", sub: "No letter goes there until it is." },
] as const satisfies readonly { value: AddressAnswer; label: string; sub: string }[];

export const addressForm = z.strictObject({
  clientId: z.uuid(),
  answer: z.enum(addressAnswers, { error: "Choose one." }),
});
