import { renderToStaticMarkup as html } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { Sitting } from "@/components/assessments/sitting";
import { parseInstrument } from "@/lib/assessments/instrument";
import { questionsOf } from "@/lib/assessments/questions";
import { TOLD_AT_ONCE } from "@/lib/assessments/told-at-once";
import type { FormState } from "@/lib/form-state";
import { BUILT_IN_INSTRUMENTS } from "@/lib/instruments/built-in";

vi.mock("next/navigation", () => ({ useRouter: () => ({}), usePathname: () => "/portal" }));

const instrument = BUILT_IN_INSTRUMENTS.find(({ key }) => key === "phq-9");
if (!instrument) throw new Error("PHQ-9 is built in.");
const idle = async (): Promise<FormState> => ({ status: "idle" });

it.each(["one-at-a-time", "one-page"] as const)(
  "says what reaches the therapist at once where it begins: %s",
  (layout) => {
    const sitting = (tellsAtOnce: boolean) =>
      html(
        <Sitting
          {...{ id: "1", title: "PHQ-9", forms: ["now"], stems: { now: null, wished: null }, layout, tellsAtOnce }}
          questions={questionsOf(instrument)}
          answers={[]}
          save={idle}
          submit={idle}
          onDevice={false}
          stopAt={null}
          leave={null}
          help={null}
        />,
      );
    expect(sitting(true).split(TOLD_AT_ONCE)).toHaveLength(2);
    expect(sitting(false)).not.toContain(TOLD_AT_ONCE);
  },
);

const visit = parseInstrument({
  ...instrument,
  ...{ key: "visit", scales: [], locale: "ar", forms: ["now"] },
  items: [
    { id: "hard", text: "هل كان صعبا؟", kind: "choice", options: "set", required: true },
    {
      ...{ id: "rest", text: "Rest a while.\nIt was hard.", kind: "display", required: false },
      enableWhen: [{ itemId: "hard", operator: "=", value: 1 }],
    },
    { id: "weight", text: "Weight", kind: "decimal", unit: "kg", required: false },
  ],
  optionSets: {
    set: [
      { value: 0, label: "لا" },
      { value: 1, label: "نعم" },
    ],
  },
});

const shownTo = (value: number | null, layout: "one-at-a-time" | "one-page") =>
  html(
    <Sitting
      {...{ id: "1", title: "زيارة", forms: ["now"], stems: { now: null, wished: null }, layout, tellsAtOnce: false }}
      locale={visit.locale}
      questions={questionsOf(visit)}
      answers={value === null ? [] : [{ itemId: "hard", form: "now", value }]}
      save={idle}
      submit={idle}
      onDevice={false}
      stopAt={null}
      leave={null}
      help={null}
    />,
  );

it("shows words with a condition only while it holds, in either layout", () => {
  for (const layout of ["one-at-a-time", "one-page"] as const) {
    expect(shownTo(1, layout)).toContain("Rest a while.");
    expect(shownTo(0, layout)).not.toContain("Rest a while.");
    expect(shownTo(null, layout)).not.toContain("Rest a while.");
  }
});

it("marks the questionnaire’s own words with their language, and ours with none", () => {
  const page = shownTo(null, "one-page");
  expect(page).toContain('<span lang="ar" dir="auto">نعم</span>');
  expect(page).toMatch(/<h1[^>]* lang="ar" dir="auto">زيارة/);
  expect(page).toMatch(/<button[^>]*>Look over and send/);
  expect(page).toContain("In kg.");
});

const parts = parseInstrument({
  ...visit,
  key: "parts",
  items: [
    { id: "hard", text: "Hard?", kind: "choice", options: "set", required: true, section: "First part" },
    { id: "words", text: "About the way here.", kind: "display", required: false, section: "Second part" },
    {
      ...{ id: "why", text: "Why?", kind: "text", required: false, section: "Third part" },
      enableWhen: [{ itemId: "hard", operator: "=", value: 1 }],
    },
    { id: "way", text: "By which way?", kind: "text", required: false, section: "Third part" },
    {
      ...{ id: "end", text: "That was the hard one.", kind: "display", required: false },
      enableWhen: [{ itemId: "hard", operator: "=", value: 1 }],
    },
  ],
});
const partsShown = (layout: "one-at-a-time" | "one-page", values: Readonly<Record<string, number | string>>) =>
  html(
    <Sitting
      {...{ id: "1", title: "Parts", forms: ["now"], stems: { now: null, wished: null }, layout, tellsAtOnce: false }}
      questions={questionsOf(parts)}
      answers={Object.entries(values).map(([itemId, value]) => ({ itemId, form: "now", value }))}
      save={idle}
      submit={idle}
      onDevice={false}
      stopAt={null}
      leave={null}
      help={null}
    />,
  );

it("keeps words and the name of a part where the question behind them is not asked", () => {
  const page = partsShown("one-page", { hard: 0 });
  for (const title of ["First part", "Second part", "Third part"]) expect(page.split(title)).toHaveLength(2);
  expect(page).not.toContain("Why?");
  const one = partsShown("one-at-a-time", { hard: 0 });
  expect(one).toContain("By which way?");
  expect(one).toContain("About the way here.");
});

it("says what stands behind the last question before anything is sent, to whom it is meant", () => {
  expect(partsShown("one-at-a-time", { hard: 1, why: "a", way: "b" })).toContain("That was the hard one.");
  expect(partsShown("one-at-a-time", { hard: 0, way: "b" })).not.toContain("That was the hard one.");
});
