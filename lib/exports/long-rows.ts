import { shownScore } from "@/lib/assessments/score-set";
import { daysWithoutCheck, whyNotFull, whyNotSent } from "@/lib/exports/missing";
import type { ExportedAttempt, ExportedGoal, ExportedRecord, ExportedSitting } from "@/lib/exports/record";
import { lineRange } from "@/lib/goals/goal";

/** One value, or one that is missing and why. Numbers stand in `value`, words and categories in `text`. */
export type LongRow = {
  record: number;
  date: string | null;
  week: number | null;
  kind: "check" | "score" | "answer" | "exercise" | "move" | "goal" | "session";
  measure: string;
  version: number | null;
  form: string | null;
  variable: string;
  value: number | null;
  text: string | null;
  least: number | null;
  most: number | null;
  status: "given" | "scored" | "prorated" | "missing";
  reason: string | null;
  source: string | null;
};

export const longColumns = [
  ...(["record", "date", "week", "kind", "measure", "version", "form", "variable"] as const),
  ...(["value", "text", "least", "most", "status", "reason", "source"] as const),
] satisfies (keyof LongRow)[];

/**
 * The long table of one client: a row for every value, by date and kind, and one for every value that is missing, with the
 * reason. Scores are rounded once, as on every page.
 */
export function longRows(record: ExportedRecord): LongRow[] {
  const rows = [
    ...checkRows(record),
    ...record.sittings.flatMap((sitting) => sittingRows(record, sitting)),
    ...record.attempts.flatMap((attempt) => attemptRows(record, attempt)),
    ...record.moves.map(({ id, date, move }) =>
      row(record, { date, kind: "move", measure: "distance-move", variable: "move", text: move, source: id }),
    ),
    ...record.goals.flatMap((goal) => goalRows(record, goal)),
    ...record.sessions.map(({ id, date, minutes, status }) =>
      row(record, {
        ...{ date, kind: "session", measure: "session", variable: "minutes", source: id },
        ...{ value: minutes, text: status, least: 10, most: 240 },
      }),
    ),
  ];
  return rows.sort((a, b) => (a.date ?? "9").localeCompare(b.date ?? "9"));
}

type Given = Partial<LongRow> & Pick<LongRow, "kind" | "measure" | "variable">;

function row({ recordNumber, path }: ExportedRecord, given: Given): LongRow {
  const date = given.date ?? null;
  return {
    ...{ record: recordNumber, week: date === null ? null : (path?.weekOn(date) ?? null), version: null, form: null },
    ...{ value: null, text: null, least: null, most: null, status: "given", reason: null, source: null },
    ...given,
    date,
  };
}

const CHECK = { kind: "check", measure: "connection-check", variable: "closeness", least: 1, most: 10 } as const;

function checkRows(record: ExportedRecord): LongRow[] {
  return [
    ...record.checks.map(({ id, date, score, note }) =>
      row(record, { ...CHECK, date, value: score, text: note, source: id }),
    ),
    ...daysWithoutCheck(record).map(({ date, reason }) => row(record, { ...CHECK, date, status: "missing", reason })),
  ];
}

function sittingRows(record: ExportedRecord, sitting: ExportedSitting): LongRow[] {
  const { id, instrument, date, dueOn, opensOn, answers } = sitting;
  const common = { measure: instrument.key, version: instrument.version, source: id };
  const notSent = whyNotSent(sitting, record.today);
  const scales = instrument.forms.flatMap((form) => instrument.scales.map((scale) => ({ form, scale })));
  const scores = scales.map(({ form, scale }) => {
    const found = notSent === null ? sitting.scores.find((one) => one.scale === scale.key && one.form === form) : null;
    const base = { ...common, kind: "score" as const, form, variable: scale.key, ...endsOf(scale.range) };
    if (!found)
      return row(record, {
        ...base,
        date: date ?? dueOn ?? opensOn,
        status: "missing",
        reason: notSent ?? "This form does not ask for it.",
      });
    const value = found.score === null ? null : shownScore(found.score, scale);
    const status = found.status === "unscored" ? "missing" : found.status;
    return row(record, { ...base, date, value, status, reason: whyNotFull(found) });
  });
  const given = notSent === null ? answers : [];
  const single = given.map(({ itemId, form, value }) =>
    row(record, {
      ...{ ...common, date, kind: "answer", form, variable: itemId },
      value: typeof value === "number" ? value : null,
      text: typeof value === "string" ? value : null,
      ...(value === null && { status: "missing" as const, reason: "Left out." }),
    }),
  );
  return [...scores, ...single];
}

/** A goal is its words, how it stands, and its line where there is one. */
function goalRows(
  record: ExportedRecord,
  { id, words, measure, line, startedOn, standing, since }: ExportedGoal,
): LongRow[] {
  const base = { kind: "goal" as const, source: id };
  const ends = measure === null ? null : lineRange(measure);
  return [
    row(record, { ...base, date: startedOn, measure: "goal", variable: "words", text: words }),
    row(record, { ...base, date: since, measure: "goal", variable: "standing", text: standing }),
    ...(measure === null || line === null || ends === null
      ? []
      : [
          row(record, {
            ...{ ...base, date: startedOn, measure: "goal", form: measure, variable: "line", value: line },
            ...{ least: ends.least, most: ends.most },
          }),
        ]),
  ];
}

const endsOf = (range: { min: number; max: number } | null | undefined) => ({
  least: range?.min ?? null,
  most: range?.max ?? null,
});

function attemptRows(record: ExportedRecord, attempt: ExportedAttempt): LongRow[] {
  const { id, date, exercise, form, outcome, skipReason, reflection } = attempt;
  const base = { kind: "exercise" as const, date, measure: exercise, form, source: id };
  const figure = (variable: string, value: number | null, most: number) =>
    value === null ? [] : [row(record, { ...base, variable, value, least: 0, most })];
  return [
    row(record, { ...base, variable: "outcome", text: outcome, reason: skipReason }),
    ...figure("anxiety-before", attempt.anxietyBefore, 10),
    ...figure("anxiety-after", attempt.anxietyAfter, 10),
    ...figure("how-it-went", attempt.howItWent, 4),
    ...figure("rating", attempt.rating, 4),
    ...(reflection === null ? [] : [row(record, { ...base, variable: "reflection", text: reflection })]),
  ];
}
