import { describe, expect, it } from "vitest";
import { enrolmentForm } from "@/lib/clients/enrolment-form";

const typed = {
  id: "7c6f1c8e-6a3e-4f51-9d53-2f0f5b8f7c11",
  name: "Ines Marchetti",
  pronouns: "",
  email: "Ines@Home.example ",
  zone: "Europe/Lisbon",
  therapistId: "0d7b2f5e-57a1-4a0e-8c0e-1f0f5b8f7c11",
  partnerName: "",
  startDate: "2026-11-30",
};

describe("enrolling a client", () => {
  it("reads what was typed", () => {
    expect(enrolmentForm.parse(typed)).toMatchObject({
      email: "ines@home.example",
      pronouns: null,
      region: null,
    });
  });
  it("takes a country that there is, and no other", () => {
    expect(enrolmentForm.parse({ ...typed, region: "BR" }).region).toBe("BR");
    expect(enrolmentForm.safeParse({ ...typed, region: "XX" }).error?.issues[0]?.path).toEqual(["region"]);
  });
  it.each([
    { name: "Ines\u202eihctehcraM" },
    { name: "\u200b\u2060" },
    { partnerName: "Dario\u0007" },
    { pronouns: "she\u2066her" },
    { email: "ines@home.example, other@home.example" },
    { email: "ines@xn--home\u0430.example" },
  ])("refuses %j, which would stand there as something else", (wrong) => {
    const { error } = enrolmentForm.safeParse({ ...typed, ...wrong });
    expect(error?.issues.map(({ path }) => path[0])).toEqual(Object.keys(wrong));
  });
  it.each(["2026-02-30", "0001-01-01", "9999-12-31", "tomorrow", ""])(
    "takes %j for no day to start on",
    (startDate) => {
      const read = enrolmentForm.safeParse({ ...typed, startDate });
      expect(read.error?.issues[0]?.message).toBe("Choose the day the protocol starts.");
    },
  );
});
