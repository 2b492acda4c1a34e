import { describe, expect, it, vi } from "vitest";

const settings = { isHttps: true, NEXTAUTH_SECRET: "a secret of thirty-two characters" };
vi.mock("../env", () => ({ env: () => settings }));
const { deviceCookieName, openMark, sealedMark } = await import("./device-mark");

const mark = "m".repeat(43);

describe("the mark of a browser", () => {
  it("is ours when we sealed it, and nobody else's can be made up", () => {
    const kept = sealedMark(mark);
    expect(openMark(kept)).toEqual({ mark, isOurs: true });
    const made = [`${mark}.${"s".repeat(22)}`, kept.replace("m", "n"), `${kept}x`, kept.slice(0, -1), "", undefined];
    for (const other of made) expect(openMark(other)).toBeUndefined();
    settings.NEXTAUTH_SECRET = "another secret of thirty-two characters";
    expect(openMark(kept)).toBeUndefined();
  });

  it("of an earlier version stays a mark, and vouches for nobody at the door", () => {
    expect(openMark(mark)).toEqual({ mark, isOurs: false });
  });

  it("stands in a cookie that only this host can set, where the address is https", () => {
    expect(deviceCookieName()).toBe("__Host-nearer-device");
    settings.isHttps = false;
    expect(deviceCookieName()).toBe("nearer-device");
  });
});
