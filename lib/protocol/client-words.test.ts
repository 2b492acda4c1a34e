import { describe, expect, it } from "vitest";
import { clientWords, partnerOf } from "@/lib/protocol/client-words";

describe("a protocol's text for one client", () => {
  it("names the partner, or says who is meant", () => {
    expect(clientWords("Tell {partner} one thing. {partner} may say no.", "Dario Conti")).toBe(
      "Tell Dario one thing. Dario may say no.",
    );
    expect(clientWords("Tell {partner} one thing. {partner} may say no.", null)).toBe(
      "Tell your partner one thing. Your partner may say no.",
    );
    expect(clientWords("{partner} first", " ")).toBe("Your partner first");
    expect(clientWords("{partner} too, with {partner}.", null)).toBe("Your partner too, with your partner.");
    expect(partnerOf("  Ada Maria ")).toBe("Ada");
  });
});
