import { z } from "zod";

const inBase64url = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/);

/** What a browser says of itself besides is not read. */
const browserSays = {
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
  authenticatorAttachment: z.enum(["cross-platform", "platform"]).optional(),
};
const named = { id: inBase64url(1400), rawId: inBase64url(1400), type: z.literal("public-key") };

const broken = "The device answered something that cannot be read. Please try once more.";

/** A form carries what the browser answered as text. */
const answerOf = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string({ error: broken })
    .max(20_000, { error: broken })
    .transform((text, context): z.infer<Schema> => {
      const read = schema.safeParse(jsonOf(text));
      if (read.success) return read.data;
      context.issues.push({ code: "custom", message: broken, input: text });
      return z.NEVER;
    });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const transports = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"] as const;

/** A passkey that was just made, as WebAuthn writes it in JSON. */
export const newPasskeyForm = z.strictObject({
  answer: answerOf(
    z.object({
      ...named,
      ...browserSays,
      response: z.object({
        clientDataJSON: inBase64url(4_000),
        attestationObject: inBase64url(12_000),
        transports: z.array(z.enum(transports)).max(transports.length).optional().catch(undefined),
      }),
    }),
  ),
});
export type NewPasskey = z.infer<typeof newPasskeyForm>["answer"];

/** An answer at the door with a passkey that exists. */
export const passkeyEntryForm = z.strictObject({
  answer: answerOf(
    z.object({
      ...named,
      ...browserSays,
      response: z.object({
        clientDataJSON: inBase64url(4_000),
        authenticatorData: inBase64url(4_000),
        signature: inBase64url(2_000),
        userHandle: inBase64url(200).optional(),
      }),
    }),
  ),
});
export type PasskeyEntry = z.infer<typeof passkeyEntryForm>["answer"];

/** As many for one account (ours): a phone, a computer, a key on a ring, and what replaced them. */
export const mostPasskeys = 10;
