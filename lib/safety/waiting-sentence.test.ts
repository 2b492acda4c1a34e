import { expect, it } from "vitest";
import { waitingSentence } from "@/lib/safety/waiting-sentence";

it("names the therapist by first name and asks for nothing", () => {
  expect(waitingSentence("Alma Therapist")).toBe(
    "Alma looks at the next step with you and opens it here. There is nothing you have to do until then.",
  );
});
