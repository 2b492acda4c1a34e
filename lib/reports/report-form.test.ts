import { expect, it } from "vitest";
import { prepareForm } from "./report-form";

const id = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
const read = (given: object) =>
  prepareForm.safeParse({
    ...{ id, clientId: id, title: "Progress report", reader: "client", to: "2026-11-23", "parts[]": ["gaps"] },
    ...given,
  });
const said = (given: object) => read(given).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

it("takes parts in their own order, and what was left empty as nothing", () => {
  expect(read({ "parts[]": ["gaps", "connection"], from: "", addressee: " ", words: "" }).data).toMatchObject({
    ...{ parts: ["connection", "gaps"], from: null, addressee: null, words: null },
  });
});

it("says what is missing, and where it ends before it begins", () => {
  expect(said({ "parts[]": [] })).toEqual(["parts[]: Choose one part at least."]);
  expect(said({ "parts[]": undefined })).toEqual(["parts[]: Choose one part at least."]);
  expect(said({ title: "  " })).toEqual(["title: Say what it is called."]);
  expect(said({ from: "2026-11-24" })).toEqual(["from: It begins after its last day."]);
  expect(said({ from: "yesterday" })).toEqual(["from: Choose a day, or leave it empty."]);
  expect(read({ from: "2026-11-23" }).success).toBe(true);
  expect(read({ "parts[]": ["safety"] }).success).toBe(false);
  expect(read({ more: "x" }).success).toBe(false);
});
