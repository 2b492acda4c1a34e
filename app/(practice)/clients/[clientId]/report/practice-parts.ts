import type { ReportFacts } from "@/db/queries/reports/report-facts";
import { ratedSentence, ratedWeeks } from "@/lib/exercises/rated-weeks";
import { firstNameOf } from "@/lib/first-name";
import { pathTodayOf } from "@/lib/protocol/path-today";
import { assessmentFinding, assessmentLines } from "@/lib/reports/assessment-lines";
import { practiceSentence, practiceWeeks } from "@/lib/reports/practice-weeks";
import { fullDate, isInPeriod, type ReportPlan } from "@/lib/reports/report";
import { anxietyView } from "../overview/practice-view";
import { type FoundPart, nothing, paperPart } from "./paper-part";

const within = ({ attempts }: ReportFacts, plan: ReportPlan) => attempts.filter(({ date }) => isInPeriod(plan, date));

/** On how many days something was practised, how it went for the client, and how it was rated. */
export function practicePart(facts: ReportFacts, plan: ReportPlan): FoundPart {
  const { header } = facts;
  const name = firstNameOf(header.name);
  const attempts = within(facts, plan);
  const startsOn = header.countsFrom;
  const endsOn = header.enrolment && pathTodayOf(header.enrolment, plan.to).path.endsOn;
  const weeks = practiceWeeks(attempts, startsOn, { ...plan, endsOn });
  const sentence = practiceSentence(weeks, name);
  const judged = ratedWeeks(attempts, startsOn);
  if (attempts.length === 0) return paperPart("practice", { sentences: [sentence] });
  return paperPart("practice", {
    sub: "How it went, and how it was rated: 0 to 4. Two questions: something may be hard and done as meant.",
    sentences: [sentence, ratedSentence(attempts, name)],
    drawing: judged.length > 0 ? { kind: "practice", weeks: judged, name } : null,
    table: {
      columns: ["Week", "Days practised", `How it went for ${name}`, "Times", "Rating", "Rated"].map(
        (title, index) => ({
          title,
          share: [1, 1.6, 2.4][index] ?? 1.2,
          isFigure: true,
        }),
      ),
      rows: weeks.map(({ week, days }) => {
        const { said, rated } = judged.find((one) => one.week === week) ?? { said: null, rated: null };
        return [
          ...[week, days].map(String),
          ...[said, rated].flatMap((side) => (side ? [String(side.middle), String(side.times)] : ["None", "0"])),
        ];
      }),
    },
  });
}

export function anxietyPart(facts: ReportFacts, plan: ReportPlan): FoundPart {
  const attempts = within(facts, plan);
  const view = anxietyView({ attempts }, facts.header.enrolment?.version ?? null);
  if (!view)
    return paperPart(
      "anxiety",
      { sentences: ["No exercise has figures for both before and after in this time."] },
      nothing,
    );
  return paperPart("anxiety", {
    sub: "0 to 10, by exercise.",
    sentences: [view.sentence],
    drawing: { kind: "anxiety", series: view.series },
    table: {
      columns: [
        { title: "Exercise", share: 4 },
        { title: "Times", share: 1, isFigure: true },
        { title: "Median before", share: 1.6, isFigure: true },
        { title: "Median after", share: 1.6, isFigure: true },
      ],
      rows: view.series.map(({ exercise, times, median }) => [
        exercise,
        ...[times.length, median.before, median.after].map(String),
      ]),
    },
  });
}

/** A line for each scale: its score, its band, and what the change since the first answers is worth and rests on. */
export function assessmentsPart({ responses }: ReportFacts, plan: ReportPlan): FoundPart {
  const lines = assessmentLines(responses, plan);
  const finding = assessmentFinding(lines);
  if (lines.length === 0) return paperPart("assessments", { sentences: [finding] }, nothing);
  const rows = lines.flatMap(({ title, date, since, rows: scales }) =>
    scales.map((scale, index) => [
      index === 0 ? `${title}, ${fullDate(date)}` : "",
      scale.form === "wished" ? `${scale.title}, wished` : scale.title,
      scale.score === null ? "No score" : `${scale.score} (${scale.range})`,
      [scale.band, scale.note].filter(Boolean).join(". "),
      scale.change && since ? `${scale.change}, since ${fullDate(since)}` : "First time",
    ]),
  );
  return paperPart(
    "assessments",
    {
      sub: "The newest answers to each in this time, and what the change since the first is worth.",
      sentences: [finding],
      table: {
        columns: [
          { title: "Assessment", share: 3 },
          { title: "Scale", share: 2 },
          { title: "Score", share: 1.8 },
          { title: "Band", share: 2.6 },
          { title: "Change", share: 3 },
        ],
        rows,
      },
    },
    { isFall: lines.some(({ moved }) => moved.falls !== "") },
  );
}
