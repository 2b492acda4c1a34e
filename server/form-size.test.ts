import { describe, expect, it } from "vitest";
import { announcesTooMuch, holdsTooMuch } from "./form-size";

const post = { method: "POST", length: "100", isInPieces: false, cookies: undefined };
const carrying = "other=1; __Host-nearer-session=abc";

describe("what a form says of itself", () => {
  it.each([
    [{ ...post, length: "65536" }, false],
    [{ ...post, length: "65537" }, true],
    [{ ...post, length: "65537", cookies: carrying }, false],
    [{ ...post, length: "1048576", cookies: "nearer-session=abc" }, false],
    [{ ...post, length: "1048577", cookies: carrying }, true],
    [{ ...post, length: "65537", cookies: "not-nearer-session=abc" }, true],
    [{ ...post, length: "65537", cookies: "nearer-session=" }, true],
    [{ ...post, length: undefined, isInPieces: true }, true],
    [{ ...post, length: undefined, isInPieces: true, cookies: carrying }, false],
    [{ ...post, length: undefined }, false],
    [{ ...post, method: "GET", length: "9999999" }, false],
  ])("%j is too much: %s", (announced, isTooMuch) => expect(announcesTooMuch(announced)).toBe(isTooMuch));
});

/** A body that arrives in pieces of so many bytes. */
const inPieces = (whole: string, size: number): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      const bytes = Buffer.from(whole);
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.subarray(at, at + size));
      controller.close();
    },
  });

const part = (boundary: string, words = "x") =>
  `--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\n${words}\r\n`;

describe("the fields of a form in its bytes", () => {
  const multipart = "multipart/form-data; boundary=----WebKitFormBoundaryX1";
  const form = (fields: number) => `${part("----WebKitFormBoundaryX1").repeat(fields)}------WebKitFormBoundaryX1--\r\n`;

  it.each([5, 64, 65_536])("are counted wherever its pieces of %i bytes are cut", async (size) => {
    expect(await holdsTooMuch(multipart, inPieces(form(999), size))).toBe(false);
    expect(await holdsTooMuch(multipart, inPieces(form(1001), size))).toBe(true);
  });

  it("are counted in a form of one line too, and a form that could be read in two ways is not read", async () => {
    const line = "application/x-www-form-urlencoded";
    expect(await holdsTooMuch(line, inPieces("a=b&".repeat(900), 64))).toBe(false);
    expect(await holdsTooMuch(line, inPieces("a=b&".repeat(1100), 64))).toBe(true);
    for (const type of ["multipart/form-data", `${multipart}; boundary=b`, "Multipart/form-data;boundary="])
      expect(await holdsTooMuch(type, inPieces(form(1), 64))).toBe(true);
    expect(await holdsTooMuch('Multipart/Form-Data; BOUNDARY="b c"', inPieces(part("b c").repeat(2), 64))).toBe(false);
  });

  it("stop being read where they are too many, and where there is more than any form holds", async () => {
    const asked: number[] = [];
    const endless = (piece: string) =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          asked.push(piece.length);
          controller.enqueue(Buffer.from(piece));
        },
      });
    expect(await holdsTooMuch(multipart, endless(part("----WebKitFormBoundaryX1").repeat(100)))).toBe(true);
    expect(asked.length).toBeLessThan(15);
    expect(await holdsTooMuch(multipart, endless("x".repeat(100_000)))).toBe(true);
    expect(await holdsTooMuch(multipart, null)).toBe(false);
  });
});
