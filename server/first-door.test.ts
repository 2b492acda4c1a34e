import { Agent, request as ask, createServer, type IncomingMessage, Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { Unavailable } from "@/lib/errors";
import { tooMuchWords } from "@/lib/typed-form";

const settings: { APP_URL?: string; HOST: string } = { HOST: "127.0.0.1" };
vi.mock("./env", () => ({ env: () => settings }));
const { lastAnswers, standAtTheDoor } = await import("./first-door");
const { couldNot, toldThatItCouldNot } = await import("./answering");

/** What came through the door, and how many bytes of it were read there. */
const through: string[] = [];
type Answered = (request: IncomingMessage, response: ServerResponse) => void;
const asNext: Answered = (request, response) => {
  through.push(`${request.method} ${request.url}`);
  request.resume().on("end", () => response.end("Next"));
};
let behind = asNext;
const server = createServer((request, response) => behind(request, response));
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

beforeEach(() => {
  behind = asNext;
  through.length = 0;
});

/** Asks for a page as a browser does. */
async function open(path = "/caseload", headers: Record<string, string> = {}, method = "GET") {
  const asked = ask({ host: "127.0.0.1", port, path, method, headers: { accept: "text/html", ...headers } });
  const answered = new Promise<IncomingMessage>((resolve, reject) =>
    asked.once("response", resolve).once("error", reject),
  );
  asked.end();
  const answer = await answered;
  const words: Buffer[] = [];
  for await (const piece of answer) words.push(piece);
  return { status: answer.statusCode, headers: answer.headers, words: Buffer.concat(words).toString("utf8") };
}

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

describe("what no part of Nearer answers", () => {
  it.each([
    ["TRACE", "/", 405],
    ["PUT", "/caseload", 405],
    ["DELETE", "/portal", 405],
    ["GET", "/clients/%ff/overview", 400],
    ["GET", "/clients/%00/overview", 400],
    ["GET", "/clients/%C3%A9/overview", 200],
    ["HEAD", "/caseload", 200],
  ])("%s %s is answered with %i", async (method, path, status) => {
    const answer = await open(path, {}, method);
    expect(answer.status).toBe(status);
    expect(through).toHaveLength(status === 200 ? 1 : 0);
    expect(answer.headers.allow).toBe(status === 405 ? "GET, HEAD, POST, OPTIONS" : undefined);
  });

  it("is a name that somebody else made to point here, where no address is configured", async () => {
    for (const host of ["attacker.example", "nearer.attacker.example:3000", "127.0.0.1.attacker.example"])
      expect((await open("/", { host })).status).toBe(421);
    for (const host of ["127.0.0.1:3000", "localhost", "[::1]:3000", "192.168.1.20:3000"])
      expect((await open("/", { host })).status).toBe(200);
    settings.APP_URL = "https://practice.example";
    expect((await open("/", { host: "practice.example" })).status).toBe(200);
    delete settings.APP_URL;
  });

  it("takes a look at the headers of a page for a page fetched ahead: it is nobody's activity", async () => {
    const seen: unknown[] = [];
    behind = ({ method, headers }, response) => {
      seen.push([method, headers.purpose]);
      response.end();
    };
    await open("/caseload", {}, "HEAD");
    await open("/caseload");
    expect(seen).toEqual([
      ["HEAD", "prefetch"],
      ["GET", undefined],
    ]);
  });
});

describe("an answer for which the database was needed", () => {
  const fault = new Unavailable("busy", "pool");
  /** As Next does it: what a page found out comes long after the request, and a failed page is a 500 in pieces. */
  const failing: Answered = (_, response) => {
    setImmediate(() => {
      couldNot(fault);
      response.statusCode = 500;
      response.setHeader("content-encoding", "gzip");
      response.write("<html>");
      response.end("</html>");
    });
  };

  it("is a page that says so, with 503 and the time to wait, where it was asked for as a page", async () => {
    behind = failing;
    const { status, headers, words } = await open("/caseload?lane=today");
    expect([status, headers["retry-after"], headers["content-encoding"]]).toEqual([503, "5", undefined]);
    expect(words).toContain("A lot is going on here just now");
    expect(words).toContain('href="/caseload?lane=today"');
    expect(words).toContain("Leave quickly");
    expect(words).not.toContain("<html>");
  });

  it("is a bare 503 where a script asked, and nothing else for whoever went on without it", async () => {
    behind = failing;
    const script = await open("/caseload", { rsc: "1" });
    expect([script.status, script.headers["retry-after"], script.words]).toEqual([503, "5", "<html></html>"]);
    behind = (_, response) => {
      couldNot(fault);
      response.writeHead(204).end();
    };
    expect((await open()).status).toBe(204);
    behind = (_, response) => {
      response.statusCode = 500;
      response.end("its own fault");
    };
    expect(await open()).toMatchObject({ status: 500, words: "its own fault" });
  });

  it("keeps the words of a form, and says 503 beside them", async () => {
    behind = (_, response) => {
      toldThatItCouldNot(fault);
      response.writeHead(200, { "content-type": "text/x-component" }).end("your words");
    };
    const answer = await open("/portal", {}, "POST");
    expect([answer.status, answer.headers["retry-after"], answer.words]).toEqual([503, "5", "your words"]);
  });

  it("belongs to one request: another one beside it is answered as ever", async () => {
    behind = (request, response) =>
      request.url === "/busy" ? failing(request, response) : setImmediate(() => response.end("fine"));
    const answers = await Promise.all([open("/busy"), open("/other"), open("/busy"), open("/other")]);
    expect(answers.map(({ status }) => status)).toEqual([503, 200, 503, 200]);
  });
});

describe("once the end is asked for", () => {
  it("each answer is the last of its connection, also one that is under way", async () => {
    const waiting: (() => void)[] = [];
    let came: () => void = () => undefined;
    const hasCome = new Promise<void>((resolve) => {
      came = resolve;
    });
    behind = (_, response) => {
      waiting.push(() => response.end("whole"));
      came();
    };
    const agent = new Agent({ keepAlive: true });
    const asked = ask({ host: "127.0.0.1", port, path: "/", agent });
    const answered = new Promise<IncomingMessage>((resolve) => asked.once("response", resolve));
    asked.end();
    await hasCome;
    lastAnswers();
    for (const go of waiting) go();
    const answer = await answered;
    const words: Buffer[] = [];
    for await (const piece of answer) words.push(piece);
    expect([answer.headers.connection, Buffer.concat(words).toString("utf8")]).toEqual(["close", "whole"]);
    behind = asNext;
    expect((await open()).headers.connection).toBe("close");
    agent.destroy();
  });
});
