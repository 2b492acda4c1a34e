import { describe, expect, it } from "vitest";
import {
  answerBy,
  type ErasureStepKind,
  erasureAnswer,
  erasureStanding,
  grantRefusal,
  holdsInForce,
  safetyKeptUntil,
} from "./erasure";
import { answerErasureForm, retentionForm } from "./erasure-forms";

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const step = (kind: ErasureStepKind, day: number) => ({ kind, at: at(day) });

describe("asking to be erased", () => {
  it("stands until it is taken back, dropped or answered, and can be asked anew", () => {
    expect(erasureStanding([])).toEqual({ is: "none" });
    expect(erasureStanding([step("asked", 2)])).toEqual({ is: "asked", since: at(2) });
    for (const kind of ["taken-back", "dropped"] as const) {
      expect(erasureStanding([step(kind, 3), step("asked", 2)])).toEqual({ is: "none" });
      expect(erasureStanding([step("asked", 4), step(kind, 3), step("asked", 2)])).toMatchObject({ is: "asked" });
    }
    expect(erasureStanding([step("granted", 5), step("asked", 2)])).toEqual({ is: "granted", since: at(5) });
  });

  const ground = {
    ...{ standing: { is: "asked", since: at(2) } as const, askedOn: "2026-11-02", today: "2026-11-20" },
    ...{ isDischarged: true, talkedAlone: true },
  };
  it("is granted after a talk alone, or once a month is over, and for nobody who is still here", () => {
    expect(grantRefusal(ground)).toBeNull();
    expect(grantRefusal({ ...ground, talkedAlone: false })).toMatch(/alone/);
    expect(grantRefusal({ ...ground, talkedAlone: false, today: "2026-12-01" })).toMatch(/alone/);
    expect(grantRefusal({ ...ground, talkedAlone: false, today: answerBy("2026-11-02") })).toBeNull();
    expect(grantRefusal({ ...ground, isDischarged: false })).toMatch(/^Discharge/);
    expect(grantRefusal({ ...ground, standing: { is: "none" } })).toMatch(/Nobody/);
    expect(grantRefusal({ ...ground, standing: { is: "granted", since: at(3) } })).toMatch(/already/);
  });

  it("is answered in words that say nothing of what is kept", () => {
    expect(erasureAnswer).not.toMatch(/safe|event|check|gate|court/i);
  });

  it("names the talk wherever somebody does not want it", () => {
    const form = { id: "0f6f2f6e-8a8b-4a5e-9d0a-5b1f1f6a0a01", clientId: "0f6f2f6e-8a8b-4a5e-9d0a-5b1f1f6a0a02" };
    const given = { ...form, reason: "She said so.", talkOn: "2026-11-20", talkWay: "phone", talkUnheard: "yes" };
    expect(answerErasureForm.parse({ ...given, answer: "not-wanted" }).talk).toEqual({
      ...{ on: "2026-11-20", way: "phone", unheard: true },
    });
    expect(answerErasureForm.safeParse({ ...form, reason: "x", answer: "not-wanted" }).success).toBe(false);
    expect(answerErasureForm.parse({ ...form, reason: "x", answer: "erase" }).talk).toBeNull();
  });
});

describe("what holds a record back", () => {
  it("stands until its own end, whatever else began or ended", () => {
    const hold = (id: string, endsId: string | null = null) => ({ id, endsId, at: at(2) });
    expect(holdsInForce([])).toEqual([]);
    expect(holdsInForce([hold("a"), hold("b"), hold("c", "a")]).map(({ id }) => id)).toEqual(["b"]);
  });

  it("keeps entries about safety for whole years after the newest of them", () => {
    expect(safetyKeptUntil(null, 10)).toBeNull();
    expect(safetyKeptUntil(at(2), 10)).toEqual(new Date(Date.UTC(2036, 10, 2)));
    expect(safetyKeptUntil(at(2), 0)).toEqual(at(2));
    for (const years of ["-1", "31", "2.5", "many"]) expect(retentionForm.safeParse({ years }).success).toBe(false);
    expect(retentionForm.parse({ years: "12" })).toEqual({ years: 12 });
  });
});
