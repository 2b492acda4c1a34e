import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainName, quietName } from "@/lib/field-name";
import { typedForm } from "@/lib/typed-form";

describe("a field's name on a client's page", () => {
  it("says nothing, and is the same field to an action", () => {
    for (const name of ["plan", "moment", "feeling", "reflection", "items[]"]) {
      expect(quietName(name)).toMatch(/^f-[0-9a-f]+$/);
      const form = new FormData();
      form.set(quietName(name), "Friday");
      expect(typedForm(form)).toEqual({ [name]: name.endsWith("[]") ? ["Friday"] : "Friday" });
    }
  });

  it("leads back whatever it is, and every other name stays", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        expect(plainName(quietName(name))).toBe(name);
      }),
    );
    for (const name of ["plan", "f-plan", "f-", "$whose", ""]) expect(plainName(name)).toBe(name);
  });

  it("brings a line's end as one character, as it was counted where it was typed", () => {
    const form = new FormData();
    form.set("note", "one\r\ntwo\nthree");
    expect(typedForm(form)).toEqual({ note: "one\ntwo\nthree" });
  });

  it("hides no field behind another: a name that is nobody's input stays that", () => {
    const form = new FormData();
    form.set(quietName("$whose"), "somebody");
    expect(typedForm(form)).toEqual({});
  });
});
