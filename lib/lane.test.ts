import { describe, expect, it } from "vitest";
import { laneIsFull, laneOf } from "./lane";

/** Work that ends when the test says so. */
function held(name: string, begun: string[]) {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const work = async () => {
    begun.push(name);
    await ended;
    return name;
  };
  return { work, end };
}

describe("a lane", () => {
  it("does so much at once, lets so many wait in turn, and tells the others at once", async () => {
    const begun: string[] = [];
    const [first, second, third] = [held("first", begun), held("second", begun), held("third", begun)];
    const lane = laneOf({ atOnce: 1, waiting: 2 });
    const answers = [first, second, third].map(({ work }) => lane(work));
    expect(await lane(async () => "one too many")).toBe(laneIsFull);
    expect(begun).toEqual(["first"]);
    first.end();
    expect(await answers[0]).toBe("first");
    second.end();
    expect(await answers[1]).toBe("second");
    third.end();
    expect(await answers[2]).toBe("third");
    expect(begun).toEqual(["first", "second", "third"]);
    expect(await lane(async () => "free again")).toBe("free again");
  });

  it("goes on after work that fails", async () => {
    const lane = laneOf({ atOnce: 1, waiting: 1 });
    const failing = lane(async () => Promise.reject(new Error("no")));
    const next = lane(async () => "next");
    await expect(failing).rejects.toThrow("no");
    expect(await next).toBe("next");
  });
});
