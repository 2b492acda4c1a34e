import { expect, it } from "vitest";
import type { Appointment } from "@/db/queries/appointments/appointment-rows";
import { preparedView } from "./prepared-view";
import { namesOf } from "./session-view";

const clock = { now: new Date("2026-11-23T10:00:00Z"), zone: "Europe/London" };

it("tells two with the same initials from one another on the sheet of their session", () => {
  const person = (name: string, practisedDays: number) => ({ name, practisedDays, weeks: null });
  const people = [person("Anna Keller", 3), person("Arno Keller", 4)];
  const { sections } = preparedView({ kind: "two", before: null, agreed: null, people }, clock);
  expect(sections.find(({ key }) => key === "practice")?.lines).toEqual(["AnK: 3 days.", "ArK: 4 days."]);
});

it("says because of whom of two with one first name, and of a therapist who shares it", () => {
  const of = (name: string, secondName: string | null, therapistName: string) =>
    namesOf({ name, secondName, therapistName } as Appointment);
  expect(of("Sam Keller", "Sam Kohl", "Alma Berg")).toEqual({
    ...{ client: "Sam Keller", second: "Sam Kohl", therapist: "Alma" },
  });
  expect(of("Alma Keller", null, "Alma Berg")).toEqual({
    ...{ client: "Alma Keller", second: null, therapist: "Alma Berg" },
  });
});
