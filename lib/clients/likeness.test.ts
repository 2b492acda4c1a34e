import { describe, expect, it } from "vitest";
import { likeness } from "./likeness";

const of = (name: string, email = `${name.length}xyz@elsewhere.example`) => ({ name, email });
const alike = (one: string, other: string) => likeness(of(one, "one@a.example"), of(other, "two-of-them@b.example"));

describe("what makes two records look like one person’s", () => {
  it("is the same name, whatever its case, accents and order", () => {
    for (const other of ["hanna weiß-lang", "Lang-Weiß, Hanna", "HANNA WEIß LANG", "Hánna Weiß-Lang"])
      expect(alike("Hanna Weiß-Lang", other), other).toEqual(["the same name"]);
  });

  it("is a name with a slip in it, and none that is another one", () => {
    expect(alike("Hanna Weiss", "Hanna Wiess")).toEqual(["nearly the same name"]);
    expect(alike("Hanna Weiss", "Hana Weiss")).toEqual(["nearly the same name"]);
    for (const other of ["Hanna Kurz", "Paul Weiss", "Johanna Weissenborn"])
      expect(alike("Hanna Weiss", other)).toEqual([]);
    expect(alike("Mia", "Pia")).toEqual([]);
  });

  it("is a name that holds the other", () => {
    expect(alike("Hanna", "Hanna Weiss")).toEqual(["one name is part of the other"]);
    expect(alike("Hanna Maria Weiss", "Hanna Weiss")).toEqual(["one name is part of the other"]);
  });

  it("is an address that differs by a slip, by dots or by what stands behind a plus", () => {
    const address = (one: string, other: string) => likeness(of("Ada", one), of("Bo", other));
    expect(address("h.weiss@mail.example", "hweiss+nearer@mail.example")).toEqual(["nearly the same address"]);
    expect(address("hanna@mail.example", "hana@mail.example")).toEqual(["nearly the same address"]);
    expect(address("hanna.weiss@mail.example", "hanna.weiss@other.example")).toEqual(["nearly the same address"]);
    expect(address("hanna@mail.example", "paul@mail.example")).toEqual([]);
    expect(address("h@mail.example", "h@other.example")).toEqual([]);
  });

  it("says the same whichever comes first", () => {
    const [one, other] = [of("Hanna", "hanna@mail.example"), of("Hanna Weiss", "hana@mail.example")];
    expect(likeness(one, other)).toEqual(["one name is part of the other", "nearly the same address"]);
    expect(likeness(other, one)).toEqual(likeness(one, other));
  });
});
