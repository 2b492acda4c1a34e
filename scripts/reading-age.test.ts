import { describe, expect, it } from "vitest";
import { consentText, shippedLimits } from "@/lib/identity/consent-text";
import { BUILT_IN_INSTRUMENTS } from "@/lib/instruments/built-in";
import { builtInReadings } from "@/lib/learn/readings";
import { linkKinds } from "@/lib/messages/letter-kinds";
import { letterWords, plainText } from "@/lib/messages/letter-words";
import { builtInProtocol } from "@/lib/protocol/built-in";
import { ownSteps } from "@/lib/protocol/own-steps";
import { wordsAfterCheck, wordsBeforeCheck } from "@/lib/safety/check-words";
import { filesBelow, wordsReachedFrom } from "./client-words.testing";
import { lengthOf, readingGradeOf, sentencesOf } from "./reading-grade.testing";

/** Of a text taken whole, of the consent, and of a sentence by itself. */
const most = { text: 6, consent: 8, sentence: 10 } as const;
/** Fewer words tell nothing: “Good evening” is of the ninth grade. */
const least = { inText: 40, inSentence: 5 } as const;

/** Words that stand in files which clients’ pages draw in, and that no client reads. Each is here because it is harder. */
const forStaff: Readonly<Record<string, string>> = {
  "app/(auth)/second-factor/page.tsx": "clients have no second step",
  "app/(auth)/setup/page.tsx": "who sets the practice up reads it",
  "components/identity/sample-people.tsx": "the sample practice alone",
  "db/commands/identity/create-invitation.ts": "who invites reads it",
  "lib/assessments/estimate-reliability.ts": "beside scores, on the page of staff",
  "lib/policy.ts": "what a role may not do",
  "lib/protocol/edit-faults.ts": "the editor of the protocol",
  "lib/safety/check-effects.ts": "what an answer does, as staff read it",
  "lib/safety/proposals.ts": "the therapist’s panel",
  "lib/shipped/editions.ts": "what changed, as the owner of a practice reads it",
};
/** Sentences of staff, and names, in files that hold words for clients too. Each is here because it is harder. */
const notForClients: Readonly<Record<string, string>> = {
  "A behavioural experiment on the lone-wolf belief that everything must be done alone.": "what an exercise is for",
  "A behavioural experiment on the lone-wolf belief that everything must be done alone and to the end.":
    "what an own step is for",
  "Practises saying a low number without leaving, and hearing one without defending.": "what an exercise is for",
  "something true about oneself put into words, to oneself or to somebody trusted.": "what an own step is for",
  "National Domestic Abuse Helpline (England)": "the name of a service",
  "Domestic Abuse and Forced Marriage Helpline (Scotland)": "the name of a service",
  "Domestic and Sexual Abuse Helpline (Northern Ireland)": "the name of a service",
  "Telefon zaufania dla dorosłych": "the name of a service",
  "Ended the protocol, without follow-ups": "the history of the path",
};
const isPublished = (file: string) =>
  BUILT_IN_INSTRUMENTS.some(({ key, licence }) => licence.status !== "ours" && file === `lib/instruments/${key}.ts`);

const hardSentences = (texts: readonly string[]) =>
  sentencesOf(texts).filter((one) => lengthOf(one) >= least.inSentence && readingGradeOf([one]) > most.sentence);

/** A page and its parts are one text, and so is what an area says beside its pages. */
const placeOf = (file: string) =>
  file
    .split("/")
    .slice(0, -1)
    .slice(0, file.startsWith("app/") ? 4 : 2)
    .join("/");

const reached = wordsReachedFrom(
  [...filesBelow("app/(portal)"), ...filesBelow("app/(auth)"), "lib/messages/letter-words.ts"],
  (file) => /^(app|components|server|lib|db\/commands|db\/queries)\//.test(file),
);
const read = new Map([...reached].filter(([file]) => !isPublished(file) && !(file in forStaff)));
const places = new Map<string, string[]>();
for (const [file, texts] of read) {
  const place = placeOf(file);
  places.set(place, [...(places.get(place) ?? []), ...texts]);
}

describe("every word of a client’s pages, and of what they draw in", () => {
  it("is found wherever it stands", () => {
    const all = [...reached.values()].flat();
    for (const words of [
      "How connected do you feel right now?",
      "Leave quickly",
      "Your answers change nobody’s pages by themselves. Leaving them out does not either.",
      "Sign in",
    ])
      expect(
        all.some((one) => one.includes(words)),
        words,
      ).toBe(true);
    for (const folder of ["account", "consent", "exercises", "learn", "messages", "path", "safe", "sharing"])
      expect(
        [...places.keys()].some((place) => place.endsWith(`portal/${folder}`)),
        folder,
      ).toBe(true);
    expect(all.length).toBeGreaterThan(1_000);
  });
  it("is easy, taken whole", () => {
    const grades = [...places].flatMap(([place, texts]) => {
      const grade = readingGradeOf(texts);
      return lengthOf(texts.join(" ")) >= least.inText && grade > most.text ? [`${place}: ${grade.toFixed(1)}`] : [];
    });
    expect(grades).toEqual([]);
  });
  it("has no sentence that is hard", () => {
    const hard = [...read].flatMap(([file, texts]) => hardSentences(texts).map((sentence) => ({ file, sentence })));
    expect(hard.filter(({ sentence }) => !(sentence in notForClients))).toEqual([]);
    expect(Object.keys(notForClients).toSorted()).toEqual(hard.map(({ sentence }) => sentence).toSorted());
  });
  it("leaves out nothing that could stay in", () => {
    for (const [file, why] of Object.entries(forStaff)) {
      const texts = reached.get(file);
      expect(texts, `${file} (${why}) is not reached any more`).toBeDefined();
      const isHard = hardSentences(texts ?? []).length > 0 || readingGradeOf(texts ?? []) > most.text;
      expect(isHard, `${file} is easy by now`).toBe(true);
    }
  });
});

const exercises = builtInProtocol.exercises.map(
  ({ key, title, instructions }) => [key, [title, instructions]] as const,
);
const alone = Object.entries(ownSteps).map(
  ([key, { title, instructions }]) => [`${key}, own steps`, [title, instructions]] as const,
);
const readings = builtInReadings.map(({ key, title, summary, sections, question }) => {
  const body = sections.flatMap(({ heading, paragraphs }) => [heading ?? "", ...paragraphs]);
  return [key, [title, summary, ...body, question]] as const;
});
const ours = BUILT_IN_INSTRUMENTS.filter(({ licence }) => licence.status === "ours").map(
  ({ key, stems, items, optionSets }) => {
    const labels = Object.values(optionSets).flatMap((options) => options.map(({ label }) => label ?? ""));
    return [key, [stems.now ?? "", stems.wished ?? "", ...items.map(({ text }) => text ?? ""), ...labels]] as const;
  },
);
const link = { token: "t", minutes: 2880, inviter: "Alma Keller" };
const clients = {
  ...{ urgent: false, recordNumber: null, isToStaff: false, practice: "Northbank" },
  ...{ standsFor: [], week: null, minutes: 30 },
};
// Every other letter to a client says the same as one about a message.
const letters = (["message", "check-hour", "address-told", ...linkKinds] as const).map((kind) => {
  const isLink = linkKinds.some((one) => one === kind);
  const words = letterWords({ ...clients, kind, link: isLink ? link : null }, { home: "", thing: "", stop: null });
  return [`letter ${kind}`, [words.subject, plainText(words).replaceAll(/^\/.*$/gm, "")]] as const;
});
const check = ["before and after the check", [...wordsBeforeCheck("Alma"), wordsAfterCheck("Alma")]] as const;

describe("each text by itself", () => {
  it.each([...exercises, ...alone, ...readings, ...ours, ...letters, check])("%s", (_, texts) => {
    expect(readingGradeOf(texts)).toBeLessThanOrEqual(most.text);
    expect(hardSentences(texts)).toEqual([]);
  });
  it.each([
    ["the consent", consentText.paragraphs],
    ["the limits of confidentiality", [shippedLimits]],
  ])("%s", (_, texts) => {
    expect(readingGradeOf(texts)).toBeLessThanOrEqual(most.consent);
    expect(hardSentences(texts)).toEqual([]);
  });
});

it("tells easy from hard", () => {
  expect(readingGradeOf(["The cat sat on the mat."])).toBeLessThan(3);
  const hard = "Interpersonal communication necessitates considerable psychological vulnerability.";
  expect(readingGradeOf([hard])).toBeGreaterThan(15);
  expect(hardSentences([`It is fine. ${hard}`])).toEqual([hard]);
});
