import { describe, expect, it } from "vitest";
import { coupleForm, endLinkForm, linkForm, releaseForm, sharingForm } from "@/lib/couples/couple-forms";
import { shareItems } from "@/lib/couples/share-items";

const id = "7d444840-9dc0-41d1-b245-5ffdce74fad2";

describe("forms about a couple", () => {
  const takes = (form: { safeParse: (given: unknown) => { success: boolean } }, given: object) =>
    form.safeParse(given).success;
  const release = {
    id,
    coupleId: id,
    firstAssessmentId: id,
    secondAssessmentId: id,
    "items[]": ["social"],
    words: " For both. ",
  };
  it("name two people, or one couple", () => {
    expect(linkForm.parse({ clientId: id, partnerId: id })).toEqual({ clientId: id, partnerId: id });
    expect(linkForm.safeParse({ clientId: id, partnerId: "" }).error?.issues[0]?.message).toBe("Choose the partner.");
    for (const wrong of [
      { clientId: "x", partnerId: id },
      { clientId: id, partnerId: id, more: "" },
    ])
      expect(takes(linkForm, wrong)).toBe(false);
    expect(coupleForm.parse({ coupleId: id })).toEqual({ coupleId: id });
    for (const wrong of [{}, { coupleId: "x" }, { coupleId: id, more: "" }])
      expect(takes(coupleForm, wrong)).toBe(false);
  });
  it("end a link with a reason and a day", () => {
    const given = { coupleId: id, reason: " They parted. ", shownOn: "2026-12-04" };
    const fault = (more: object) => endLinkForm.safeParse({ ...given, ...more }).error?.issues[0]?.message;
    expect(endLinkForm.parse(given)).toEqual({ ...given, reason: "They parted." });
    expect(fault({ reason: "1234567890" })).toBeUndefined();
    expect(fault({ reason: " 123456789 " })).toBe("Write down the reason in a sentence.");
    expect(fault({ reason: "r".repeat(4000) })).toBeUndefined();
    expect(fault({ reason: "r".repeat(4001) })).toBe("Use 4,000 characters or fewer.");
    expect(fault({ shownOn: "soon" })).toBe("Choose the day on which it shows.");
    expect(fault({ shownOn: undefined })).toBe("Choose the day on which it shows.");
    for (const wrong of [{ coupleId: "x" }, { more: "" }]) expect(fault(wrong)).toBeDefined();
  });
  it("release what both share with a sentence for both", () => {
    const fault = (more: object) => releaseForm.safeParse({ ...release, ...more }).error?.issues[0]?.message;
    expect(releaseForm.parse(release)).toEqual({ ...release, words: "For both." });
    expect(releaseForm.parse({ ...release, "items[]": [] })["items[]"]).toEqual([]);
    expect(fault({ words: " " })).toBe("Write a sentence for both.");
    expect(fault({ words: "w".repeat(600) })).toBeUndefined();
    expect(fault({ words: "w".repeat(601) })).toBe("Use 600 characters or fewer.");
    expect(fault({ "items[]": ["notes"] })).toBe("Choose from the list.");
    for (const wrong of ["id", "coupleId", "firstAssessmentId", "secondAssessmentId"])
      expect(fault({ [wrong]: "x" })).toBeDefined();
    expect(fault({ more: "" })).toBeDefined();
  });
  it("decide about one item or several, each once, in the order of the list", () => {
    const given = (items: unknown, decision = "shared") =>
      sharingForm.safeParse({ coupleId: id, decision, "items[]": items });
    expect(given([...shareItems].reverse()).data?.["items[]"]).toEqual(shareItems);
    expect(given("social", "withdrawn").data).toEqual({ coupleId: id, decision: "withdrawn", "items[]": ["social"] });
    expect(given([]).error?.issues[0]?.message).toBe("Choose at least one.");
    expect(given([...shareItems, "social"]).success).toBe(false);
    expect(given("social", "perhaps").success).toBe(false);
    expect(sharingForm.safeParse({ coupleId: "x", decision: "shared", "items[]": "social" }).success).toBe(false);
    expect(sharingForm.safeParse({ coupleId: id, decision: "shared", "items[]": "social", more: "" }).success).toBe(
      false,
    );
  });
});
