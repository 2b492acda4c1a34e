import { describe, expect, test } from "vitest";
import { deliveryStatus, type LetterFacts, maySendAgain } from "@/lib/messages/delivery-status";

const now = new Date("2026-11-23T10:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const days = (count: number) => count * 24 * 60;
const letter = (facts: Partial<LetterFacts>): LetterFacts => ({
  createdAt: ago(5),
  tries: 0,
  claimEndsAt: null,
  handedOverAt: null,
  sentAt: null,
  setAsideAt: null,
  bouncedAt: null,
  ...facts,
});

describe("how a letter stands", () => {
  test.each([
    ["waiting for its turn", {}, "on-its-way"],
    ["being sent", { tries: 1, claimEndsAt: new Date(now.getTime() + 1000), handedOverAt: ago(0) }, "on-its-way"],
    ["taken", { tries: 1, handedOverAt: ago(1), sentAt: ago(1) }, "sent"],
    ["refused", { tries: 3, claimEndsAt: ago(1) }, "again-soon"],
    ["handed over, with no answer kept", { tries: 1, handedOverAt: ago(2), setAsideAt: ago(1) }, "unsure"],
    ["refused for a week", { createdAt: ago(days(7)), tries: 40 }, "given-up"],
    ["never tried in a week", { createdAt: ago(days(8)) }, "given-up"],
    [
      "urgent, handed over again and again for a week",
      { createdAt: ago(days(8)), handedOverAt: ago(days(7)) },
      "unsure",
    ],
    ["refused for good when it was offered", { tries: 1, setAsideAt: ago(1), bouncedAt: ago(1) }, "bounced"],
    ["taken, and reported back later", { handedOverAt: ago(9), sentAt: ago(9), bouncedAt: ago(1) }, "bounced"],
    ["set aside, since another said it or they want none", { setAsideAt: ago(5) }, "not-meant"],
  ])("%s", (_, facts, standing) => {
    expect(deliveryStatus(letter(facts), now)).toBe(standing);
  });

  test("decides whether it may be sent again by hand", () => {
    const all = ["on-its-way", "sent", "again-soon", "bounced", "unsure", "given-up", "not-meant"] as const;
    expect(all.filter(maySendAgain)).toEqual(["bounced", "unsure", "given-up"]);
  });
});
