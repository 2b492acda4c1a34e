import { renderToStaticMarkup as html } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { Review } from "@/components/assessments/review";
import { TOLD_AT_ONCE } from "@/lib/assessments/told-at-once";

vi.mock("@/components/forms/marked-form", () => ({ MarkedForm: "form" }));

const review = (open: { index: number; text: string }[], tellsAtOnce: boolean) =>
  html(
    <Review
      {...{ id: "1", title: "PHQ-9", open, tellsAtOnce, answered: 9 - open.length, of: 9 }}
      send={() => undefined}
      state={{ status: "idle" }}
      kept={{ saved: "Saved", isSettled: true }}
      onOpen={() => undefined}
      onBack={() => undefined}
      stop={null}
      leave={null}
      turn={null}
    />,
  );

describe("the page before answers are sent", () => {
  const open = [{ index: 3, text: "One that is open" }];

  it("never says that nothing was sent where an answer may have reached the therapist", () => {
    expect(review(open, true)).toContain(TOLD_AT_ONCE);
    expect(review(open, true)).not.toContain("Nothing is sent yet");
    expect(review([], true)).toContain(TOLD_AT_ONCE);
  });

  it("says it where no answer can", () => {
    expect(review(open, false)).toContain("Nothing is sent yet");
    expect(review([], false)).not.toContain(TOLD_AT_ONCE);
  });
});
