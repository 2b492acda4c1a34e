import { randomUUID } from "node:crypto";
import { consentText } from "@/lib/identity/consent-text";
import { builtInReadings } from "@/lib/learn/readings";
import { paths } from "@/lib/paths";
import { CHECK_INSTRUMENTS } from "@/lib/safety/check-instruments";
import { portal } from "../attack";
import { PASSWORD, type Side, type Sitting } from "./side";

type Form = Record<string, string>;

/** Ids that an earlier answer handed out, by what they are of. */
export type Handed = Map<string, string>;

/**
 * A form that somebody sends from a page of theirs. `hands`: an id in its answer that a later form needs. `isAtOnce`: in the
 * minute of the one before it, because it is offered for seconds.
 */
export type Deed = { action: string; at: string; form: (handed: Handed) => Form; hands?: string; isAtOnce?: true };

const today = "/portal";
const exercise = "one-real-feeling";
const reading = builtInReadings[0]?.key ?? "";

const of = (action: string, at: string, form: Form | ((handed: Handed) => Form), hands?: string): Deed => ({
  action: `${portal}${action}`,
  at,
  form: typeof form === "function" ? form : () => form,
  ...(hands && { hands }),
});

/** What somebody writes and does not send, wherever a draft is kept, from a page that knows it and from one that does not. */
function writing(): Deed[] {
  const exercises = ["own", "shared"].flatMap((form) =>
    [exercise, "ten-minute-cuddle"].map((key) => `exercise/${key}/${form}`),
  );
  return [...exercises, "message", "check", "move"].flatMap((place) =>
    ["first-page", "other-page"].map((hand) => ({
      action: "/api/drafts",
      at: today,
      form: () => ({ do: "keep", place, hand, step: "1", seen: "0", words: `{"reflection":"mine, by the ${hand}"}` }),
    })),
  );
}

/** What somebody does on Today and with exercises, in either form: a page may have been opened before the form changed. */
function practising(): Deed[] {
  const page = paths.portal.exercise(exercise);
  const touch = "ten-minute-cuddle";
  const file = "exercises/[key]/actions.ts#";
  const wish = randomUUID();
  const letter = randomUUID();
  const told = {
    key: exercise,
    page: exercise,
    feeling: "calm",
    sentence: "I feel calm.",
    reflection: "It went well.",
  };
  return [
    of("actions.ts#readLeaving", today, {}),
    of("actions.ts#saveCheck", today, { id: randomUUID(), score: "7", note: "After supper." }),
    ...writing(),
    of(`${file}swap`, page, { id: wish, key: exercise, note: "Something quieter." }),
    of(`${file}takeBack`, page, { id: randomUUID(), requestId: wish }),
    ...["own", "shared"].flatMap((form) =>
      [exercise, touch].map((key) =>
        of(`${file}skip`, paths.portal.exercise(key), { id: randomUUID(), key, form, reason: "other", note: "" }),
      ),
    ),
    of(`${file}record`, page, { ...told, id: randomUUID(), form: "own", outcome: "done" }),
    of(`${file}record`, page, { ...told, id: randomUUID(), form: "shared", told: "told" }),
    of("distance-move/actions.ts#log", paths.portal.distanceMove, { id: randomUUID(), move: "lone-wolf" }),
    of("learn/[key]/actions.ts#markRead", paths.portal.reading(reading), { key: reading }),
    of("messages/actions.ts#send", "/portal/messages", { id: randomUUID(), body: "See you on Thursday." }),
    of("messages/actions.ts#send", "/portal/messages", { id: letter, body: "Or rather not." }),
    { ...of("messages/actions.ts#takeBack", "/portal/messages", { id: letter }), isAtOnce: true },
    of("messages/actions.ts#seen", "/portal/messages", { shown: randomUUID() }),
    of("messages/actions.ts#markSeen", "/portal/messages", { shown: randomUUID() }),
  ];
}

const sharing = ({ coupleId }: Side): Deed[] =>
  ["shared", "withdrawn"].map((decision) =>
    of("sharing/actions.ts#decide", paths.portal.sharing, { coupleId, decision, "items[]": "social" }),
  );

const wishing = ({ appointmentId }: Side): Deed[] => [
  of("sessions/actions.ts#ask", paths.portal.sessions, { id: randomUUID(), appointmentId, words: "Later, please." }),
];

/** A card of safety questions from the door to the end, and a questionnaire if one is open. */
function answering(open: readonly Sitting[]): Deed[] {
  const file = "assessments/[assessmentId]/actions.ts#";
  const card = open.filter(({ key }) => CHECK_INSTRUMENTS.includes(key)).at(-1);
  const ofDimensions = open.filter(({ key }) => key.startsWith("five-dimensions"));
  const other = ofDimensions.findLast(({ is_sent }) => !is_sent);
  const sent = ofDimensions.find(({ is_sent }) => is_sent);
  const sitting = ({ id }: Sitting) => paths.portal.assessment(id);
  const door = (one: Sitting, answer: string) =>
    of(`${file}openDoor`, sitting(one), { assessmentId: one.id, private: answer }, "sittingId");
  const given = (handed: Handed) => ({ sittingId: handed.get("sittingId") ?? randomUUID() });
  const answer = { itemId: "emotional-1", form: "now", value: "1" };
  return [
    ...(other
      ? [
          of(`${file}keepAnswer`, sitting(other), { ...answer, assessmentId: other.id }),
          of(`${file}submit`, sitting(other), { assessmentId: other.id }),
        ]
      : []),
    ...(sent ? [of(`${file}submit`, sitting(sent), { assessmentId: sent.id })] : []),
    ...(card
      ? [
          door(card, "no"),
          door(card, "yes"),
          of(`${file}answerQuestion`, sitting(card), (handed) => ({
            ...{ ...given(handed), itemId: "private", form: "now", value: "1" },
          })),
          of(`${file}sendQuestions`, sitting(card), given),
          of(`${file}walk`, sitting(card), { assessmentId: card.id, go: "no" }),
          of(`${file}walk`, sitting(card), { assessmentId: card.id, go: "yes" }),
        ]
      : []),
  ];
}

/** "I don't feel safe", from a page that stays and from one without script, and what can be said after it. */
const callingForHelp: Deed[] = [
  of("safe/actions.ts#notSafe", today, { stay: "yes" }),
  of("safe/actions.ts#addWord", paths.portal.contacts, { word: "mistake" }),
  of("safe/actions.ts#addWord", paths.portal.contacts, { word: "safe-now" }),
  of("safe/actions.ts#notSafe", paths.portal.exercise(exercise), { place: exercise }),
  of("safe/actions.ts#chooseAway", paths.portal.contacts, { choice: "away" }),
  of("safe/actions.ts#chooseAway", paths.portal.contacts, { choice: "back" }),
];

/** What a browser hands out for notes. Nobody is called there: it is off again at once. */
const onDevice = { address: "https://notes.example.com/1", publicKey: "B".repeat(87), secret: "A".repeat(22) };

/** Last, for it ends with the agreement taken back, a form that is refused without it, and the agreement given anew. */
const settling: Deed[] = [
  of("account/actions.ts#setLeaveKeys", "/portal/account", { escape: "no" }),
  of("account/actions.ts#setReminders", "/portal/account", { exerciseHour: "19", checkHour: "8" }),
  of("account/actions.ts#rest", "/portal/account", { rest: "week" }),
  of("account/actions.ts#noteOn", "/portal/account", { ...onDevice, password: PASSWORD }, "subscriptionId"),
  of("account/actions.ts#noteOff", "/portal/account", (handed) => ({
    subscriptionId: handed.get("subscriptionId") ?? randomUUID(),
  })),
  of("account/actions.ts#setLetters", "/portal/account", { letters: "no" }),
  of("account/actions.ts#setCareful", "/portal/account", { careful: "yes", password: PASSWORD }),
  of("account/actions.ts#openWords", "/portal/account", { password: PASSWORD }),
  of("own-data/actions.ts#showOwnFile", paths.portal.ownData, { password: PASSWORD }),
  of("own-data/actions.ts#askForErasure", paths.portal.ownData, {
    ...{ id: randomUUID(), sure: "yes", password: PASSWORD },
  }),
  of("own-data/actions.ts#takeErasureBackNow", paths.portal.ownData, { id: randomUUID() }),
  of("account/actions.ts#withdraw", "/portal/account", {}),
  of("messages/actions.ts#send", "/portal/consent", { id: randomUUID(), body: "And one more thing." }),
  of("consent/actions.ts#agree", "/portal/consent", {
    version: String(consentText.version),
    limits: "0",
    agreed: "yes",
  }),
];

/** Everything that a person can send from the portal, in an order in which each may be taken. */
export const deedsOf = (side: Side, open: readonly Sitting[]): Deed[] => [
  ...practising(),
  ...sharing(side),
  ...wishing(side),
  ...answering(open),
  ...callingForHelp,
  ...settling,
];
