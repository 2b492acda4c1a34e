import { renderToStaticMarkup as html } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { Sitting } from "@/components/assessments/sitting";
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
