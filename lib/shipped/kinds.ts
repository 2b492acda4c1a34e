import { z } from "zod";
import { type Instrument, parseInstrument } from "@/lib/assessments/instrument";
import { type Reading, readingSchema } from "@/lib/learn/reading";
import { type ProtocolVersion, protocolVersionSchema } from "@/lib/protocol/definition";
import type { ProposalText } from "@/lib/safety/proposals";

/** What ships and a practice holds a copy of. E-mails and crisis numbers come with the code: nobody takes them. */
export const shippedKinds = ["protocol", "instrument", "reading", "panel-text", "limits"] as const;
export type ShippedKind = (typeof shippedKinds)[number];

export type ContentOf = {
  protocol: ProtocolVersion;
  instrument: Instrument;
  reading: Reading;
  "panel-text": ProposalText;
  limits: { words: string };
};

const textSchema = z.strictObject({ title: z.string(), words: z.string() });
const limitsSchema = z.strictObject({ words: z.string() });

/** What was kept as JSON, read again. */
export const readContent: { readonly [K in ShippedKind]: (source: unknown) => ContentOf[K] } = {
  protocol: (source) => protocolVersionSchema.parse(source),
  instrument: parseInstrument,
  reading: (source) => readingSchema.parse(source),
  "panel-text": (source) => textSchema.parse(source),
  limits: (source) => limitsSchema.parse(source),
};

/** What each kind is called on the owner's page. */
export const kindWords: Record<ShippedKind, string> = {
  protocol: "Protocol",
  instrument: "Assessment",
  reading: "Reading",
  "panel-text": "Safety panel",
  limits: "Limits of confidentiality",
};
