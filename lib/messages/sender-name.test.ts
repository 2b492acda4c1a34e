import { describe, expect, it } from "vitest";
import { practiceLettersForm, senderFault, usualSender } from "./sender-name";

const names = ["Northbank Practice for Couples", "Alma Keller", "Léa O’Brien"];

describe("the name above letters to clients", () => {
  it.each(["Nearer", "Willow", "Green Door", "The Letterbox", "Post from W."])("may be “%s”", (name) => {
    expect(senderFault(name, names)).toBeNull();
  });

  it.each([
    ["names the practice", "Northbank Post"],
    ["names somebody in it", "Keller and others"],
    ["names them in other letters", "LÉA"],
    ["says what is done there", "Quiet therapy"],
    ["says it inside another word", "Psychotherapists"],
    ["says to whom it goes", "Your Partner"],
    ["is an address", "post@willow"],
    ["hides another address", 'Willow <x"'],
  ])("may not be one that %s: %s", (_, name) => {
    expect(senderFault(name, names)).toMatch(/\.$/);
  });

  it("is usual where a practice has the very name", () => {
    expect(senderFault(usualSender, ["Nearer to you"])).toBeNull();
  });

  it("is one line, with an address for answers or none", () => {
    expect(practiceLettersForm.safeParse({ sender: " Willow ", replyTo: "" }).data).toEqual({
      sender: "Willow",
      replyTo: null,
    });
    const wrong = [
      { sender: "", replyTo: "" },
      { sender: "Wil\nlow", replyTo: "" },
      { sender: "x".repeat(41), replyTo: "" },
      { sender: "Willow", replyTo: "desk@north.example, a@b.example" },
    ];
    for (const form of wrong) expect(practiceLettersForm.safeParse(form).success).toBe(false);
  });
});
