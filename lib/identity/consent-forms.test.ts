import { describe, expect, it } from "vitest";
import { agreementDraftForm, publishAgreementForm } from "./consent-forms";

const says = (over: object) =>
  agreementDraftForm.safeParse({ seen: "none", words: "w".repeat(40), ...over }).error?.issues[0]?.message;

describe("the practice’s own words in the agreement", () => {
  it("are a few sentences about what is passed on, and what the practice adds, if anything", () => {
    const parsed = agreementDraftForm.parse({ seen: "none", words: ` ${"w".repeat(40)} `, additions: " " });
    expect(parsed).toEqual({ seen: "none", words: "w".repeat(40), additions: null });
    expect(says({ words: `${"w".repeat(39)} ` })).toMatch(/^Say in a few sentences/);
    expect(says({ words: "w".repeat(3000) })).toBeUndefined();
    expect(says({ words: "w".repeat(3001) })).toBe("Use 3,000 characters or fewer.");
    expect(says({ additions: "w".repeat(3001) })).toBe("Use 3,000 characters or fewer.");
  });

  it("are published with an answer to whether everybody is asked again", () => {
    const draftId = "0b1f7f0a-3c55-4b1e-9b0e-0a4f6f2d9c11";
    expect(publishAgreementForm.safeParse({ draftId }).success).toBe(false);
    expect(publishAgreementForm.safeParse({ draftId, asksAgain: "no" }).success).toBe(true);
  });
});
