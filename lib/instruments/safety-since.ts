import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { criticalOf } from "@/lib/safety/check-effects";

type Items = InstrumentSource["items"];

const since = "Since you were last asked";

const asked = (options: string) => (id: string, text: string) =>
  ({
    ...{ id, section: since, text, options, required: false, mayDecline: true },
    critical: criticalOf(id),
  }) satisfies Items[number];
const often = asked("how-often");
const happened = asked("since");

/** The same check, asked again: nine questions about the time since the last one. */
export const safetySince = parseInstrument({
  key: "safety-and-steadiness-since",
  version: 1,
  title: "Safety and steadiness, since the last time",
  purpose:
    "Asks again, in private, whether it is still safe to work on closeness: for everybody who has answered once. An all-clear here never proves safety.",
  minutes: 2,
  locale: "en-GB",
  direction: "neither",
  measures: "one-person",
  layout: "one-at-a-time",
  sensitivity: "safety",
  forms: ["now"],
  stems: { now: "“Partner” means the person you are with, or were last with." },
  items: [
    {
      ...asked("yes-no")("private", "I am somewhere private, where nobody can see this screen."),
      section: "Before you start",
    },
    often("fear-since", "I have been afraid of what my partner might do to me or to somebody I love."),
    often(
      "hemmed-in-since",
      "I have watched my words, been told whom to see or what to spend, or felt unable to leave.",
    ),
    asked("watched")(
      "watched-since",
      "A partner, now or from the past, has read my phone, followed me or tracked where I am.",
    ),
    happened("hurt-since", "My partner has hurt my body on purpose, squeezed my neck or used a weapon."),
    happened("sex-since", "I have had sex or been touched when I did not want it or feared to say no."),
    happened("threat-since", "My partner has said they would kill me or somebody I love, or harm themself if I left."),
    happened("child-since", "A child in our lives has been hurt or in danger."),
    happened("own-harm-since", "I have hurt my partner or made them afraid of me."),
    {
      id: "anything-else",
      section: "In your own words",
      text: "Is there anything else that makes you feel unsafe?",
      kind: "text",
      required: false,
    },
  ],
  optionSets: {
    "yes-no": [
      { value: 0, label: "No" },
      { value: 1, label: "Yes" },
    ],
    "how-often": [
      { value: 0, label: "Never" },
      { value: 1, label: "Rarely" },
      { value: 2, label: "Sometimes" },
      { value: 3, label: "Often" },
    ],
    since: [
      { value: 0, label: "No, never" },
      { value: 1, label: "Before, and not since then" },
      { value: 2, label: "Yes, since then" },
    ],
    watched: [
      { value: 0, label: "No" },
      { value: 1, label: "Read my phone, and nothing more" },
      { value: 2, label: "Followed me or tracked where I am" },
    ],
  },
  scales: [],
  certainty: { reversals: "confirmed", scales: "confirmed", scoring: "confirmed", figures: "unconfirmed" },
  keyNote: "Not a score: single answers move the safety gate. An answer left out is never read as a no.",
  licence: { status: "ours", note: "Written for Nearer. Use it freely within the product.", wording: "own" },
  validated: false,
  references: [],
} satisfies InstrumentSource);
