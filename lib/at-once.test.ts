import { describe, expect, it } from "vitest";
import { atOnce } from "./at-once";

const later = async <T>(value: T): Promise<T> => value;

describe("asking at once", () => {
  it("answers by name, also with what needs no waiting", async () => {
    expect(await atOnce({ one: later(1), none: null, list: later(["a"]) })).toEqual({
      one: 1,
      none: null,
      list: ["a"],
    });
    expect(await atOnce({})).toEqual({});
  });

  it("fails with the first failure by place, once everything has ended", async () => {
    const ended: string[] = [];
    const slow = async () => {
      for (let i = 0; i < 20; i += 1) await later(i);
      ended.push("slow");
    };
    const asked = {
      one: later(1),
      first: Promise.reject(new Error("first")),
      slow: slow(),
      second: slow().then(() => Promise.reject(new Error("second"))),
    };
    await expect(atOnce(asked)).rejects.toThrow("first");
    expect(ended).toEqual(["slow", "slow"]);
  });
});
