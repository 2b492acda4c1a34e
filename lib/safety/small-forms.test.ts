import { describe, expect, it } from "vitest";
import { checkAnswerForm, doorForm, readWordsForm, sendCheckForm } from "@/lib/safety/check-form";
import { proposalResetForm, proposalTextForm, proposalUseForm } from "@/lib/safety/proposal-form";
import { proposalKeys } from "@/lib/safety/proposals";
import { regionForm } from "@/lib/safety/region-form";

const id = "7d444840-9dc0-41d1-b245-5ffdce74fad2";

describe("the check’s forms", () => {
  it("have a door that is answered yes or no", () => {
    for (const answer of ["yes", "no"])
      expect(doorForm.parse({ assessmentId: id, private: answer }).private).toBe(answer);
    for (const wrong of [{ private: "maybe" }, {}, { private: "yes", more: "" }, { private: "yes", assessmentId: "x" }])
      expect(doorForm.safeParse({ assessmentId: id, ...wrong }).success).toBe(false);
  });
  it("take one answer to one question, an empty one too", () => {
    const given = { sittingId: id, itemId: "fear", form: "now", value: "" };
    expect(checkAnswerForm.parse(given)).toEqual(given);
    expect(checkAnswerForm.safeParse({ ...given, form: "wished", itemId: "i".repeat(80) }).success).toBe(true);
    for (const wrong of [
      ...[
        { itemId: "" },
        { itemId: "i".repeat(81) },
        { form: "later" },
        { sittingId: "x" },
        { value: 3 },
        { more: "" },
      ],
    ])
      expect(checkAnswerForm.safeParse({ ...given, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
    expect(checkAnswerForm.safeParse({ ...given, value: "w".repeat(5000) }).success).toBe(true);
    expect(checkAnswerForm.safeParse({ ...given, value: "w".repeat(5001) }).error?.issues[0]?.message).toBe(
      "Use 5,000 characters or fewer.",
    );
  });
  it("send one sitting", () => {
    expect(sendCheckForm.parse({ sittingId: id })).toEqual({ sittingId: id });
    for (const wrong of [{}, { sittingId: "x" }, { sittingId: id, more: "" }])
      expect(sendCheckForm.safeParse(wrong).success).toBe(false);
  });
  it("mark as read what stood on the page, and something stood there", () => {
    const given = { clientId: id, assessmentId: id, "seen[]": [id] };
    expect(readWordsForm.parse(given)).toEqual({ clientId: id, assessmentId: id, seen: [id] });
    const many = (count: number) => ({ ...given, "seen[]": Array(count).fill(id) });
    expect(readWordsForm.safeParse(many(500)).success).toBe(true);
    for (const wrong of [many(0), many(501), { ...given, "seen[]": ["x"] }, { ...given, more: "" }, { "seen[]": [id] }])
      expect(readWordsForm.safeParse(wrong).success).toBe(false);
  });
});

describe("the forms of what the panel proposes", () => {
  const text = { key: "advocate", title: "Ours", words: "w".repeat(40) };
  const fault = (more: object) => proposalTextForm.safeParse({ ...text, ...more }).error?.issues[0]?.message;
  it("take a title and a few sentences for one of the texts", () => {
    for (const key of proposalKeys)
      expect(proposalTextForm.parse({ ...text, key, title: " Ours " })).toEqual({ ...text, key });
    expect(fault({ key: "couple-therapy" })).toBe("Choose one of the texts.");
    expect(fault({ title: " " })).toBe("Give it a title.");
    expect(fault({ title: "t".repeat(80) })).toBeUndefined();
    expect(fault({ title: "t".repeat(81) })).toBe("Use 80 characters or fewer.");
    expect(fault({ words: `${"w".repeat(39)} ` })).toBe("Say in a few sentences what is offered.");
    expect(fault({ words: "w".repeat(2000) })).toBeUndefined();
    expect(fault({ words: "w".repeat(2001) })).toBe("Use 2,000 characters or fewer.");
    expect(fault({ when: "stop" })).toBeDefined();
  });
  it("give the words that ship back for one of the texts", () => {
    expect(proposalResetForm.parse({ key: "advocate" })).toEqual({ key: "advocate" });
    for (const wrong of [{}, { key: "all" }, { key: "advocate", more: "" }])
      expect(proposalResetForm.safeParse(wrong).success).toBe(false);
  });
  it("note what was offered, with words or without", () => {
    const use = { clientId: id, key: "programme" };
    expect(proposalUseForm.parse(use)).toEqual({ ...use, note: null });
    expect(proposalUseForm.parse({ ...use, note: "  " }).note).toBeNull();
    expect(proposalUseForm.parse({ ...use, note: " Said yes. " }).note).toBe("Said yes.");
    expect(proposalUseForm.safeParse({ ...use, note: "n".repeat(4000) }).success).toBe(true);
    expect(proposalUseForm.safeParse({ ...use, note: "n".repeat(4001) }).error?.issues[0]?.message).toBe(
      "Use 4,000 characters or fewer.",
    );
    for (const wrong of [{ clientId: "x" }, { key: "other" }, { more: "" }])
      expect(proposalUseForm.safeParse({ ...use, ...wrong }).success).toBe(false);
  });
});

describe("the numbers of a client’s place", () => {
  const fault = (police: string) =>
    regionForm.safeParse({ clientId: id, region: "JP", police }).error?.issues[0]?.message;
  it("are written in full, as people write them", () => {
    for (const number of ["", " +81 3 3581 4321 ", "+44 (0)20 7946-0000", "+1.202/5550123", "+123456"])
      expect(fault(number), number).toBeUndefined();
    for (const number of ["110", "0081 3 3581 4321", "+12345", "+81 soon 12", "x+81 3 3581 4321", "+81 3 3581 4321x"])
      expect(fault(number), number).toMatch(/^Write it in full, with \+ and the country’s code/);
    expect(fault(`+${"1".repeat(29)}`)).toBeUndefined();
    expect(fault(`+${"1".repeat(30)}`)).toBe("Use 30 characters or fewer.");
  });
  it("are both kept, without spaces around them", () => {
    const given = { clientId: id, region: "JP", police: " +81 3 3581 4321 ", ambulance: "+81 3 3581 4322" };
    expect(regionForm.parse(given)).toEqual({ ...given, police: "+81 3 3581 4321" });
    expect(regionForm.safeParse({ ...given, more: "" }).success).toBe(false);
    expect(regionForm.safeParse({ ...given, clientId: "x" }).success).toBe(false);
  });
});
