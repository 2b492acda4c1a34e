import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { criticalOf, firstCheckCombinations } from "@/lib/safety/check-effects";

type Items = InstrumentSource["items"];

const asked = (options: string) => (id: string, section: string, text: string) =>
  ({ id, section, text, options, required: false, mayDecline: true, critical: criticalOf(id) }) satisfies Items[number];
const often = asked("how-often");
const yesNo = asked("yes-no");

const lately = "In the last twelve months";
const ever = "At any time";

/** Effects stand in lib/safety/check-effects.ts, printed in docs/SAFETY-CHECK.md. */
export const safetyAndSteadiness = parseInstrument({
  key: "safety-and-steadiness",
  version: 2,
  title: "Safety and steadiness",
  purpose:
    "Asks, in private, whether it is safe to work on closeness at all: the first time somebody is asked. An all-clear here never proves safety.",
  minutes: 5,
  locale: "en-GB",
  direction: "neither",
  measures: "one-person",
  layout: "one-at-a-time",
  sensitivity: "safety",
  forms: ["now"],
  stems: { now: "“Partner” means the person you are with, or were last with." },
  items: [
    yesNo("private", "Before you start", "I am somewhere private, where nobody can see this screen."),
    often("fear", lately, "I have been afraid of what my partner might do to me or to somebody I love."),
    often("on-guard", lately, "I have watched what I say or do so that my partner does not get angry."),
    often("belittled", lately, "My partner has mocked me or made me feel worthless."),
    often("control-people", lately, "My partner has decided whom I see."),
    often("control-money", lately, "My partner has decided what I may spend of my own."),
    often("control-phone", lately, "My partner has read my phone when I did not want that."),
    yesNo("hurt", ever, "My partner has hurt my body on purpose."),
    yesNo("forced-sex", ever, "My partner has made me have sex or be touched when I did not want it."),
    often("pressed-into-sex", lately, "I have agreed to sex because I feared what would happen if I said no."),
    yesNo("strangled", ever, "My partner has squeezed my neck or stopped me from breathing."),
    yesNo("weapon", ever, "My partner has used a weapon against me, or said that they would."),
    yesNo("threat-to-kill", ever, "My partner has said that they would kill me or somebody I love."),
    yesNo("threat-to-self", ever, "My partner has said that they would harm themself if I left."),
    yesNo("stalked", lately, "A partner, now or from the past, has followed me or tracked my phone."),
    yesNo("child", ever, "A child in our lives has been hurt or is in danger."),
    yesNo("own-harm", ever, "I have hurt my partner or made them afraid of me."),
    often("swings", lately, "Life with my partner has swung between wonderful and unbearable."),
    often("made-up-for", lately, "After a bad time my partner was so loving that I told myself it never happened."),
    often("cannot-leave", lately, "I have wanted to leave, and felt that I was not able to."),
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
  },
  scales: [],
  combinations: firstCheckCombinations.map(({ groups, ...one }) => ({
    ...one,
    groups: groups.map(({ needs, of }) => ({ needs, of: [...of] })),
  })),
  certainty: { reversals: "confirmed", scales: "confirmed", scoring: "confirmed", figures: "unconfirmed" },
  keyNote: "Not a score: single answers move the safety gate. An answer left out is never read as a no.",
  licence: { status: "ours", note: "Written for Nearer. Use it freely within the product.", wording: "own" },
  validated: false,
  references: [],
} satisfies InstrumentSource);
