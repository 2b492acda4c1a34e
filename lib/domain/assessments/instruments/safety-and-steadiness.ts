import { type InstrumentSource, parseInstrument } from "@/lib/domain/assessments/instrument";

type Items = InstrumentSource["items"];
type Rules = NonNullable<Items[number]["critical"]>;

const stopFrom = (atLeast: number, sentence: string): Rules[number] => ({
  when: { atLeast },
  effect: "stop",
  sentence,
});
const concernFrom = (atLeast: number, sentence: string): Rules[number] => ({
  when: { atLeast },
  effect: "concern",
  sentence,
});

function asked(id: string, section: string, options: string, text: string, critical: Rules): Items[number] {
  return { id, section, text, options, required: true, mayDecline: true, critical };
}

const often = (id: string, section: string, text: string, critical: Rules) =>
  asked(id, section, "how-often", text, critical);
const yesNo = (id: string, section: string, text: string, sentence: string) =>
  asked(id, section, "yes-no", text, [stopFrom(1, sentence)]);

export const safetyAndSteadiness = parseInstrument({
  key: "safety-and-steadiness",
  version: 1,
  title: "Safety and steadiness",
  purpose: "Asks, in private, whether it is safe to work on closeness at all. An all-clear here never proves safety.",
  minutes: 5,
  locale: "en-GB",
  direction: "neither",
  measures: "one-person",
  layout: "one-at-a-time",
  sensitivity: "safety",
  forms: ["now"],
  stems: {
    now: "Your partner never sees these answers, or that you were asked. You may leave any question, and you may stop at any time. “Partner” means the person you are with, or were last with.",
  },
  items: [
    asked("private", "Before you start", "yes-no", "I am somewhere private, where nobody can see this screen.", [
      {
        when: { values: [0] },
        effect: "concern",
        sentence: "The answers were not given in private, so they cannot be relied on.",
      },
    ]),
    often("fear", "Feeling safe", "I am afraid of my partner.", [stopFrom(1, "Afraid of the partner.")]),
    often("on-guard", "Feeling safe", "I watch what I say or do so that my partner does not get angry.", [
      concernFrom(1, "Watches words and acts to keep the partner from anger."),
      stopFrom(3, "Often watches words and acts to keep the partner from anger."),
    ]),
    often("control", "Feeling safe", "My partner decides who I see, where I go or what I spend.", [
      concernFrom(1, "The partner decides about contacts, movements or money."),
      stopFrom(2, "The partner repeatedly decides about contacts, movements or money."),
    ]),
    often("belittled", "Feeling safe", "My partner mocks me or makes me feel worthless.", [
      concernFrom(1, "Mocked or made to feel worthless by the partner."),
    ]),
    yesNo("hurt", "Harm", "My partner has hurt my body on purpose.", "Physically hurt by the partner."),
    yesNo(
      "forced-sex",
      "Harm",
      "My partner has made me have sex or be touched when I did not want it.",
      "Forced into sex or touch by the partner.",
    ),
    often("pressed-into-sex", "Harm", "I agree to sex because I fear what would happen if I said no.", [
      stopFrom(1, "Agrees to sex out of fear of what a no would bring."),
    ]),
    yesNo(
      "strangled",
      "Harm",
      "My partner has squeezed my neck or stopped me from breathing.",
      "Strangled or kept from breathing by the partner: a marker of high danger.",
    ),
    yesNo(
      "weapon",
      "Harm",
      "My partner has used a weapon against me, or said that they would.",
      "A weapon was used or threatened.",
    ),
    yesNo(
      "threat-to-kill",
      "Harm",
      "My partner has said that they would kill me or someone I love.",
      "A threat to kill was made.",
    ),
    yesNo(
      "threat-to-self",
      "Harm",
      "My partner has said that they would harm themself if I left.",
      "The partner threatens self-harm on separation.",
    ),
    yesNo(
      "stalked",
      "Harm",
      "A partner, now or from the past, follows me or tracks my phone.",
      "Followed or tracked by a present or former partner.",
    ),
    yesNo(
      "child",
      "Harm",
      "A child in our lives has been hurt or is in danger.",
      "A child was hurt or is in danger. Follow your safeguarding duties today.",
    ),
    yesNo(
      "own-harm",
      "Harm",
      "I have hurt my partner or made them afraid of me.",
      "Has hurt the partner or made them afraid.",
    ),
    often("swings", "Steadiness", "Life with my partner swings between wonderful and unbearable.", [
      concernFrom(2, "Extreme highs and lows between the two."),
    ]),
    often(
      "made-up-for",
      "Steadiness",
      "After a bad time my partner is so loving that I tell myself it never happened.",
      [concernFrom(2, "Bad times are followed by intense affection and set aside.")],
    ),
    often("cannot-leave", "Steadiness", "I want to leave, and I feel that I am not able to.", [
      concernFrom(1, "Wants to leave and does not feel able to."),
    ]),
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
  certainty: { reversals: "confirmed", scales: "confirmed", scoring: "confirmed", figures: "unconfirmed" },
  keyNote: "Not a score: single answers move the safety gate. An answer left open is never read as a no.",
  licence: { status: "ours", note: "Written for Nearer. Use it freely within the product.", wording: "own" },
  validated: false,
  references: [],
} satisfies InstrumentSource);
