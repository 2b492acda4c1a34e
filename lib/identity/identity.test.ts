import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviceName } from "./device";
import { readAddress } from "./email-address";
import { passwordProblem } from "./password-rule";
import { readRecoveryCode, recoveryCodeFrom } from "./recovery-code";
import { secondsLeft, sessionLimits } from "./session-limits";
import { readTotpCode, totpStep } from "./totp-rule";

const context = { name: "Alma Keller", email: "alma.keller@northbank.example", practiceName: "Northbank Practice" };

describe("the password rule", () => {
  it("counts signs, not bytes, and asks for no kinds of signs", () => {
    expect(passwordProblem("elevensigns", context)).toMatch(/12 characters/);
    expect(passwordProblem("twelve signs", context)).toBeUndefined();
    expect(passwordProblem("ééééééééééé", context)).toMatch(/12 characters/);
    expect(passwordProblem("x".repeat(256), context)).toBeUndefined();
    expect(passwordProblem("x".repeat(257), context)).toMatch(/256/);
  });

  it.each(["almakeller12", "AlmaKeller2026", "northbank-1234", "alma.keller@northbank.example", "nearernearer1"])(
    "refuses the person's own words: %s",
    (password) => {
      expect(passwordProblem(password, context)).toMatch(/mostly your name/);
    },
  );

  it("lets an own word stand among others", () => {
    expect(passwordProblem("keller viaduct oboe plum", context)).toBeUndefined();
  });
});

describe("recovery codes", () => {
  it("are read back however they were typed", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        const code = recoveryCodeFrom(bytes);
        expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
        const plain = code.replaceAll("-", "");
        expect(readRecoveryCode(code)).toBe(plain);
        expect(readRecoveryCode(` ${code.toUpperCase().replaceAll("-", " ").replaceAll("0", "O")} `)).toBe(plain);
      }),
    );
  });

  it("carry all eighty bits, the first sign the first five", () => {
    expect(recoveryCodeFrom(new Uint8Array(10))).toBe("0000-0000-0000-0000");
    expect(recoveryCodeFrom(new Uint8Array(10).fill(255))).toBe("zzzz-zzzz-zzzz-zzzz");
    expect(recoveryCodeFrom(Uint8Array.from([8, 66, 16, 132, 33, 8, 66, 16, 132, 33]))).toBe("1111-1111-1111-1111");
    expect(() => recoveryCodeFrom(new Uint8Array(9))).toThrow(RangeError);
  });

  it.each(["", "123456", "0000-0000-0000-000u", "0000-0000-0000-00000"])("are not %j", (typed) => {
    expect(readRecoveryCode(typed)).toBeUndefined();
  });
});

describe("e-mail addresses", () => {
  it("are one plain address in small letters", () => {
    expect(readAddress(" Alma.Keller+n@Northbank.Example ")).toEqual({ address: "alma.keller+n@northbank.example" });
  });

  it.each([
    ["", /Write an e-mail/],
    ["alma", /Add the @/],
    ["alma@northbank", /after the dot/],
    ["alma@@northbank.example", /more than one @/],
    ["alma＠northbank.example", /plain letters/],
    ['"alma"@northbank.example', /without quotes/],
    ["a@b.example,c@d.example", /one address/],
    ["a@b.example\nc@d.example", /plain letters|one address/],
    [".alma@northbank.example", /before the @/],
    ["alma@-north.example", /after the @/],
    ["alma@127.0.0.1", /after the @/],
  ])("%j is refused with a sentence", (typed, sentence) => {
    const reading = readAddress(typed);
    expect("problem" in reading ? reading.problem : "").toMatch(sentence);
  });

  it("never hold a sign that ends a header or a list", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const reading = readAddress(`${a}@${b}`);
        if ("address" in reading) expect(reading.address).toMatch(/^[^\s,;:"<>()[\]\\@]+@[a-z0-9.-]+$/);
      }),
    );
  });
});

describe("time", () => {
  it("of a sign-in ends at the earlier limit", () => {
    const now = new Date("2026-11-23T10:00:00Z");
    const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
    expect(sessionLimits("owner")).toEqual({ idleSeconds: 900, absoluteSeconds: 43_200 });
    expect(sessionLimits("client")).toEqual({ idleSeconds: 1200, absoluteSeconds: 28_800 });
    expect(secondsLeft({ idleEndsAt: at(900), endsAt: at(300) }, now)).toBe(300);
    expect(secondsLeft({ idleEndsAt: at(-5), endsAt: at(300) }, now)).toBe(0);
  });

  it("of a code is the RFC's: 59 seconds is step 1, 1111111109 is step 37037036", () => {
    expect(totpStep(new Date(59_000))).toBe(1);
    expect(totpStep(new Date(1_111_111_109_000))).toBe(0x23523ec);
    expect(readTotpCode(" 123 456 ")).toBe("123456");
    expect(readTotpCode("12345")).toBeUndefined();
    expect(readTotpCode("１２３４５６")).toBeUndefined();
  });
});

describe("devices", () => {
  it.each([
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Windows"],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1",
      "Safari on iPhone",
    ],
    ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Linux"],
    ["", "A browser"],
    [null, "A browser"],
  ])("%j is %s", (agent, name) => {
    expect(deviceName(agent)).toBe(name);
  });
});
