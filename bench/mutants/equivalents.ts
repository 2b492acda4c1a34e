/**
 * A mutant that no test can tell from the code, and why. `was` and `becomes` as the proof prints them; `line` is a part of the
 * line on which it stands.
 */
export type Equivalent = { file: string; line: string; was: string; becomes: string; why: string };

const checkResult = "lib/safety/check-result.ts";
const events = "lib/safety/events.ts";
const saidAnswers = "lib/safety/said-answers.ts";
const nobodysQuestion = "What stands in it then is about no question, and is asked for none.";
const noRung = "Only an escalation names a rung: of every other step it is undefined, and no rung is that.";

/** Declared by hand. The proof fails on one that is not needed any more. */
export const equivalents: readonly Equivalent[] = [
  {
    ...{ file: checkResult, line: "decided: readonly DecidedAnswer[] = []" },
    ...{ was: "[]", becomes: '["Stryker was here"]', why: nobodysQuestion },
  },
  {
    ...{ file: checkResult, line: "given.slice(0, index + 1)", was: "index + 1", becomes: "index - 1" },
    why: "The beginnings looked at are the same ones, in another order: the first of them counts from the end.",
  },
  {
    ...{ file: checkResult, line: "sameAs?.includes", was: "checkRowOf(one.itemId)?.effects" },
    becomes: "checkRowOf(one.itemId).effects",
    why: "Every question that is the same as another has a row: check-edges.test.ts.",
  },
  {
    ...{ file: checkResult, line: ">=", was: "checkOutcomes.indexOf(a) >= checkOutcomes.indexOf(b)" },
    becomes: "checkOutcomes.indexOf(a) > checkOutcomes.indexOf(b)",
    why: "At one place of the list the two are one and the same word.",
  },
  {
    ...{ file: events, line: 'step.kind === "escalated" &&', was: 'step.kind === "escalated"', becomes: "true" },
    why: noRung,
  },
  {
    ...{ file: events, line: "step.to : undefined", was: 'step.kind === "escalated"', becomes: "true", why: noRung },
  },
  {
    ...{ file: "lib/safety/check-said.ts", line: "scales: []", was: "[]", becomes: '["Stryker was here"]' },
    why: "What stands in it then has no method, and only scales with one are added up.",
  },
  {
    ...{ file: "lib/safety/check-said.ts", line: 'options ?? ""', was: '""', becomes: '"Stryker was here!"' },
    why: "No set of answers has either name.",
  },
  {
    ...{ file: "lib/safety/contact-card.ts", line: "!read.success", was: "!read.success", becomes: "false" },
    why: "It fails only on a row without a name, and then the form has its fault already.",
  },
  ...['[first = "", apart', '[police = ""', '[country = "", words'].map((line) => ({
    ...{ file: "lib/safety/emergency-numbers.ts", line, was: '""', becomes: '"Stryker was here!"' },
    why: "Every row of the list has both parts: crisis-contacts.test.ts reads each.",
  })),
  {
    ...{ file: "lib/couples/couple-finding.ts", line: "gap > 0 ?", was: "gap > 0", becomes: "gap >= 0" },
    why: "A gap of nothing has its own words, two lines before.",
  },
  {
    ...{ file: "lib/safety/practice-week.ts", line: ".sort()[0]", was: "start !== null", becomes: "true" },
    why: "Sorting puts null behind every date, and only the first is taken.",
  },
  {
    ...{ file: saidAnswers, line: "item?.options", was: '""', becomes: '"Stryker was here!"' },
    why: "No set of answers has either name.",
  },
  {
    ...{ file: saidAnswers, line: "item?.options", was: "[]", becomes: '["Stryker was here"]' },
    why: "What stands in it then has no value, and no answer is that.",
  },
  {
    ...{ file: "lib/safety/shared-class.ts", line: 'state !== "stop"', was: "since === null", becomes: "false" },
    why: "A stop was raised at an instant: only a gate to which nothing ever happened has none.",
  },
];

/** The same of the commands. */
export const commandEquivalents: readonly Equivalent[] = [
  {
    ...{ file: "db/commands/safety/lock-own-check.ts", line: "and(" },
    was: "and( eq(checkSitting.practiceId, actor.practiceId), eq(checkSitting.id, sittingId), eq(checkSitting.clientId, actor.clientId), )",
    becomes: "and(eq(checkSitting.practiceId, actor.practiceId), eq(checkSitting.id, sittingId))",
    why: "The card of the sitting is then looked up as the person's own: somebody else's is not found there either.",
  },
  {
    ...{ file: "db/commands/safety/send-check.ts", line: "isNull(assessment.submittedAt)" },
    was: "and(eq(assessment.practiceId, practiceId), eq(assessment.id, assessmentId), isNull(assessment.submittedAt))",
    becomes: "and(eq(assessment.practiceId, practiceId), eq(assessment.id, assessmentId))",
    why: "The person is held, and the row was read behind that lock: here it was not sent yet.",
  },
  {
    ...{ file: "db/queries/couples/couple-release.ts", line: "and(" },
    was: "and( eq(assessmentScore.practiceId, actor.practiceId), inArray(assessmentScore.assessmentId, ids), isNotNull(assessment.submittedAt), isInForce, )",
    becomes:
      "and(eq(assessmentScore.practiceId, actor.practiceId), inArray(assessmentScore.assessmentId, ids), isInForce)",
    why: "Only sent sittings are ever named: newestSitting finds no other, and a release holds what that found.",
  },
  {
    ...{ file: "db/queries/safety/safety.ts", line: "row.isLinked ? linked", was: "row.isLinked ? linked : null" },
    ...{
      becomes: "linked",
      why: "Only who reaches both of a link that stands has a partner to be named: reachesBoth.",
    },
  },
];

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** What is declared of a mutant; undefined where nothing is. `at`: the number of its line, from 1. */
export const declaredIn = (
  list: readonly Equivalent[],
  { file, source, at, was, becomes }: Pick<Equivalent, "file" | "was" | "becomes"> & { source: string; at: number },
): Equivalent | undefined =>
  list.find(
    (one) =>
      one.file === file &&
      one.was === oneLine(was) &&
      one.becomes === oneLine(becomes) &&
      source.split("\n")[at - 1]?.includes(one.line),
  );
