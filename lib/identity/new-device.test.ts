import { describe, expect, it } from "vitest";
import { credentialSentence } from "./credential-change";
import { foldNewDevices } from "./new-device";

const device = (id: string, name: string | null) => ({ id, kind: "new-device", device: name });

describe("new browsers that are told", () => {
  it("are one line for each kind of device, where its newest stands; nothing else is folded", () => {
    const password = { id: "p", kind: "password-changed", device: null };
    const folded = foldNewDevices([
      device("5", "Chrome on Android"),
      password,
      { ...password, id: "q" },
      device("4", null),
      device("3", "Chrome on Android"),
      device("2", "Safari on iPhone"),
      device("1", null),
    ]);
    expect(folded.map(({ id, times }) => [id, times])).toEqual([
      ["5", 2],
      ["p", 1],
      ["q", 1],
      ["4", 2],
      ["2", 1],
    ]);
  });

  it("are said with how many and on what", () => {
    const said = (name: string | null, times: number) =>
      credentialSentence("new-device", null, { device: name, times });
    expect(said("Safari on iPhone", 1)).toBe(
      "There was a sign-in from a browser that had not signed in before: Safari on iPhone.",
    );
    expect(said("Safari on iPhone", 3)).toMatch(/^There were 3 sign-ins from browsers .+ before: Safari on iPhone\.$/);
    expect(said(null, 1)).toMatch(/before\.$/);
  });
});
