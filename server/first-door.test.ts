import { request as ask, createServer, type IncomingMessage, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tooMuchWords } from "@/lib/typed-form";
import { standAtTheDoor } from "./first-door";

/** What came through the door, and how many bytes of it were read there. */
const through: string[] = [];
const server = createServer((request, response) => {
  through.push(`${request.method} ${request.url}`);
  request.resume().on("end", () => response.end("Next"));
});
const before = Server.prototype.emit;
let port = 0;

beforeAll(async () => {
  standAtTheDoor();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  Server.prototype.emit = before;
  await new Promise((resolve) => server.close(resolve));
});

/** Sends the headers and the first bytes; the rest only after the answer has come. */
async function send(headers: Record<string, string | number>, body: Buffer, first = body.byteLength) {
  through.length = 0;
  const sending = ask({ host: "127.0.0.1", port, path: "/portal", method: "POST", headers });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sending.once("response", resolve);
    sending.once("error", reject);
  });
  if (first < body.byteLength) sending.write(body.subarray(0, first));
  else sending.end(body);
  const answer = await answered;
  const words: Buffer[] = [];
  for await (const piece of answer) words.push(piece);
  sending.end(body.subarray(first));
  return { status: answer.statusCode, headers: answer.headers, words: Buffer.concat(words).toString("utf8") };
}

const part = `--b\r\ncontent-disposition: form-data; name="f"\r\n\r\nsome words of some length\r\n`;
const form = Buffer.from(`${part.repeat(15_000)}--b--\r\n`);
const type = { "content-type": "multipart/form-data; boundary=b", "content-length": form.byteLength };

describe("a form of 15,000 fields", () => {
  it("is answered after its headers, before its body has arrived, and nobody behind the door hears of it", async () => {
    for (const cookie of ["", "nearer-session=made-up"]) {
      const answer = await send({ ...type, cookie }, form, 10);
      expect([answer.status, answer.headers["cache-control"], through]).toEqual([413, "no-store", []]);
      expect(answer.words).toContain(tooMuchWords);
      expect(answer.words).toContain("Leave quickly");
    }
    const script = await send({ ...type, "next-action": "x" }, form, 10);
    expect([script.words, script.headers["content-type"]]).toEqual([tooMuchWords, "text/plain"]);
  });

  it("leaves the connection for the next one, who is let in", async () => {
    expect((await send(type, form)).status).toBe(413);
    const small = Buffer.from(`${part}--b--\r\n`);
    expect(await send({ ...type, "content-length": small.byteLength }, small)).toMatchObject({
      status: 200,
      words: "Next",
    });
    expect(through).toEqual(["POST /portal"]);
  });
});
